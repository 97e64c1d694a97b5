package io.cairn.platform.web;

import io.cairn.platform.web.FirstAnswers.Slot;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests this process is handling under an {@code Idempotency-Key}. It says every few seconds that it still is,
 * so that those of a process that died can be told apart and taken over soon, however long some of them take.
 */
final class InFlight implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

    private final Map<UUID, Slot> requests = new ConcurrentHashMap<>();
    private final FirstAnswers answers;
    private final Duration every;
    private final Thread thread;

    InFlight(FirstAnswers answers, Duration every) {
        this.answers = answers;
        this.every = every;
        this.thread = Thread.ofVirtual().name("in-flight").start(this::run);
    }

    void begin(UUID attempt, Slot slot) {
        requests.put(attempt, slot);
    }

    void end(UUID attempt) {
        requests.remove(attempt);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(every);
                requests.forEach(this::renew);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(UUID attempt, Slot slot) {
        try {
            answers.renew(slot, attempt);
        } catch (RuntimeException e) {
            // somebody may take the request over; its commands are appended once all the same
            LOG.warn("a request in flight could not be renewed", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package io.cairn.platform.command;

import io.cairn.eventstore.ErasedStreams;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets aggregates of which words were erased, by whatever process: within {@link #EVERY}, or at once where it is
 * {@link #look told}. What was erased lately is forgotten again and again, since a command under way might have put
 * back what it began with.
 */
public final class ErasedWords implements AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ErasedWords.class);
    private final ErasedStreams streams;
    private final Memory memory;
    private final ScheduledExecutorService looking;

    ErasedWords(ErasedStreams streams, Memory memory) {
        this.streams = streams;
        this.memory = memory;
        this.looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cairn-erased-words").factory());
        looking.scheduleWithFixedDelay(this::lookIfPossible, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets what was erased up to now. */
    public void look() {
        streams.lately().forEach(memory::forget);
    }

    /** While the database cannot be asked, nobody can erase anything either. */
    private void lookIfPossible() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("what was erased is asked for again", e);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

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
    /** A command under way, or a look of another process, is not older. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final ErasedStreams streams;
    private final Memory memory;
    private final ScheduledExecutorService looking;
    private volatile long looked = System.nanoTime();

    ErasedWords(ErasedStreams streams, Memory memory) {
        this.streams = streams;
        this.memory = memory;
        this.looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cairn-erased-words").factory());
        looking.scheduleWithFixedDelay(this::lookIfPossible, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets what was erased up to now. */
    public void look() {
        var began = System.nanoTime();
        streams.lately(OVERLAP.plusNanos(began - looked)).forEach(memory::forget);
        looked = began;
    }

    /** While this process cannot ask the database others may erase: the next look goes back to the last. */
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

package io.cairn.eventstore;

import java.time.Duration;
import java.util.Collection;

/**
 * Ends threads that were told to end. Who waits for a connection, because the database is away, would do so for as long
 * as any request; here nobody wants what it would bring, so that after a moment the wait is interrupted. What hangs on a
 * server that answers no more ends when the pool is closed, which breaks its connections off.
 */
public final class Farewell {
    private Farewell() {}

    /**
     * Waits until they have ended, but not for much longer than {@code patience}; whoever needs more is interrupted.
     *
     * @return whether all have ended
     */
    public static boolean to(Collection<Thread> threads, Duration patience) {
        try {
            if (ended(threads, patience)) return true;
            threads.forEach(Thread::interrupt);
            return ended(threads, Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ended(Collection<Thread> threads, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        for (var thread : threads)
            if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) return false;
        return true;
    }
}

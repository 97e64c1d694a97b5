package io.cairn.platform.overload;

import io.cairn.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Places for requests of one kind. Who finds none waits in a queue that is served in turn; who finds the queue full is refused at
 * once. A queue is there for bursts: one that has stood for a second is cut to as many as there are places, which is enough
 * to keep the places taken, and more would only make all of them wait.
 */
final class Room {
    static final Duration BURST = Duration.ofSeconds(1);

    private final String name;
    private final int places;
    private final int longest;
    private final Duration patience;
    private final Problem refusal;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final LongSupplier nanos;
    private volatile long queueSince;

    /**
     * @param longest how long the queue of a burst may be
     * @param patience how long one waits at most
     * @param nanos the time, as {@link System#nanoTime} tells it
     */
    Room(String name, int places, int longest, Duration patience, LongSupplier nanos) {
        this.nanos = nanos;
        this.name = name;
        this.places = places;
        this.longest = longest;
        this.patience = patience;
        free = new Semaphore(places, true);
        refusal = Problem.of(503, "overloaded", "More is asked of this node than it can do just now.")
                .detail("At most " + places + " requests of this kind are handled at a time, and enough are waiting.")
                .with("kind", name)
                .header("Retry-After", "1");
    }

    /** Takes a place, which somebody has to {@link #leave} then; false when there is none to be had. */
    boolean enter() {
        if (waiting.get() == 0 && free.tryAcquire()) return true;
        return waited(false);
    }

    /** For who had a place and gave it up for a while: not refused, however long the queue is. */
    boolean back() {
        return waited(true);
    }

    private boolean waited(boolean whateverLength) {
        var ahead = waiting.getAndIncrement();
        try {
            if (ahead == 0) queueSince = nanos.getAsLong();
            if ((whateverLength || ahead < bearable()) && free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS))
                return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        refused.increment();
        return false;
    }

    private int bearable() {
        return nanos.getAsLong() - queueSince < BURST.toNanos() ? longest : Math.min(longest, places);
    }

    void leave() {
        free.release();
    }

    Problem refusal() {
        return refusal;
    }

    String name() {
        return name;
    }

    int underWay() {
        return places - free.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }

    long refused() {
        return refused.sum();
    }
}

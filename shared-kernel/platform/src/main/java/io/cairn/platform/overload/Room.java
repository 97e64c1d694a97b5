package io.cairn.platform.overload;

import io.cairn.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Places for requests of one kind. Who finds none waits in a queue that is served in turn; who finds the queue full is refused at
 * once. A queue is there for bursts: one that has stood for a second is cut to what is done in {@link #BEARABLE}, as long as the
 * last quarter of a second tells, since more would only make all of them late. It stands until nobody had to wait for a second.
 */
final class Room {
    static final Duration BURST = Duration.ofSeconds(1);

    /** What somebody who waits for an answer hardly minds. */
    static final Duration BEARABLE = Duration.ofMillis(200);

    private static final long LOOK_NANOS = 250_000_000;

    private final String name;
    private final int places;
    private final int longest;
    private final Duration patience;
    private final Problem refusal;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final LongAdder left = new LongAdder();
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile long queueSince;
    private volatile long lastWaited;
    private volatile int bearable;
    private long lookedAt;
    private long leftThen;

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
        lastWaited = nanos.getAsLong() - BURST.toNanos();
        refusal = Problem.of(429, "overloaded", "More is asked of this node than it can do just now.")
                .detail("At most " + places + " requests of this kind are handled at a time, and enough are waiting.")
                .with("kind", name)
                .header("Retry-After", "1");
    }

    /** Takes a place, which somebody has to {@link #leave} then; false when there is none to be had. */
    boolean enter() {
        if (waiting.get() == 0 && free.tryAcquire()) {
            Doorway.through();
            return true;
        }
        return waited(false);
    }

    /** For who had a place and gave it up for a while: not refused, however long the queue is. */
    boolean back() {
        return waited(true);
    }

    private boolean waited(boolean whateverLength) {
        var ahead = waiting.getAndIncrement();
        try {
            if (whateverLength || ahead < longest(ahead, nanos.getAsLong())) {
                Doorway.through();
                if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lastWaited = nanos.getAsLong();
            waiting.decrementAndGet();
        }
        refused.increment();
        return false;
    }

    /** How long the queue may be now that somebody has to wait. */
    private int longest(int ahead, long now) {
        if (ahead == 0 && now - lastWaited >= BURST.toNanos()) begin(now);
        if (now - queueSince < BURST.toNanos()) return longest;
        look(now);
        return bearable;
    }

    private void begin(long now) {
        looking.lock();
        try {
            queueSince = now;
            lookedAt = now;
            leftThen = left.sum();
        } finally {
            looking.unlock();
        }
    }

    /** How many are done in the time that is bearable; at least one waits, for no place to be empty for a moment. */
    private void look(long now) {
        if (!looking.tryLock()) return;
        try {
            var time = now - lookedAt;
            if (time < LOOK_NANOS) return;
            var done = left.sum();
            bearable = Math.clamp((done - leftThen) * BEARABLE.toNanos() / time, 1, Math.max(1, longest));
            lookedAt = now;
            leftThen = done;
        } finally {
            looking.unlock();
        }
    }

    void leave() {
        left.increment();
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

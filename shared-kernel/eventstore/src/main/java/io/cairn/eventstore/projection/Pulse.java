package io.cairn.eventstore.projection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What threads of this process wait for: a head that moves, a view that moves, somebody in a hurry, the end. */
final class Pulse {
    /** So long after somebody waited for a view, somebody else may soon. */
    private static final long PATIENCE_NANOS = 100_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition headMoved = lock.newCondition();
    private final Condition viewMoved = lock.newCondition();
    private final Condition hurry = lock.newCondition();
    private final Condition viewsWanted = lock.newCondition();
    private volatile long head;
    private volatile boolean closed;
    private long hurried;
    private volatile int waitingForViews;
    private volatile long viewsAwaitedAt = System.nanoTime() - PATIENCE_NANOS;

    /** The position of the last event known to be committed. */
    long head() {
        return head;
    }

    void headIs(long position) {
        if (position <= head) return;
        lock.lock();
        try {
            if (position <= head) return;
            head = position;
            headMoved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those who wait for a view. */
    void viewMoved() {
        lock.lock();
        try {
            if (waitingForViews > 0) viewMoved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean viewsAwaited() {
        return waitingForViews > 0;
    }

    /** Somebody waits for a view, or did a moment ago. */
    boolean viewsWanted() {
        return waitingForViews > 0 || System.nanoTime() - viewsAwaitedAt < PATIENCE_NANOS;
    }

    /** Wakes the loops, to see that they were told something. */
    void nudge() {
        lock.lock();
        try {
            headMoved.signalAll();
            viewsWanted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Has those look again at once who otherwise look now and then. */
    void hurry() {
        lock.lock();
        try {
            hurried++;
            hurry.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often there was a hurry. */
    long hurries() {
        lock.lock();
        try {
            return hurried;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            headMoved.signalAll();
            viewMoved.signalAll();
            viewsWanted.signalAll();
            hurry.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        return closed;
    }

    /** Until {@code condition} holds, which is looked at whenever the head moves or somebody nudges. */
    boolean awaitHead(BooleanSupplier condition, long millis) {
        return await(headMoved, () -> closed || condition.getAsBoolean(), millis);
    }

    /** Until {@code condition} holds, which is looked at whenever a view of this process moves. */
    boolean awaitViews(BooleanSupplier condition, long millis) {
        lock.lock();
        try {
            waitingForViews++;
            // a loop may have passed what is waited for and not said so
            if (!condition.getAsBoolean()) {
                headMoved.signalAll();
                viewsWanted.signalAll();
            }
            return await(viewMoved, () -> closed || condition.getAsBoolean(), millis);
        } finally {
            viewsAwaitedAt = System.nanoTime();
            waitingForViews--;
            lock.unlock();
        }
    }

    /** Until the time is over, somebody wants to see a view, or {@code condition} holds when somebody nudges. */
    void awaitViewsWanted(BooleanSupplier condition, long millis) {
        await(viewsWanted, () -> closed || viewsWanted() || condition.getAsBoolean(), millis);
    }

    /** Until the time is over or there was a hurry after the {@code seen} ones. */
    boolean awaitHurry(long seen, long millis) {
        return await(hurry, () -> closed || hurried > seen, millis);
    }

    /** False when that took longer or the thread was interrupted. */
    private boolean await(Condition changed, BooleanSupplier condition, long millis) {
        lock.lock();
        try {
            var nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) return false;
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}

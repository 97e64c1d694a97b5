package io.cairn.eventstore.projection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What threads of this process wait for: a head that moves, a view that moves, the end. */
final class Pulse {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long head;
    private boolean closed;
    private boolean hurried;

    void headIs(long position) {
        change(() -> head = Math.max(head, position));
    }

    /** Wakes those who wait for a view. */
    void moved() {
        change(() -> {});
    }

    /** Has the head looked at again at once. */
    void hurry() {
        change(() -> hurried = true);
    }

    void close() {
        change(() -> closed = true);
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Until there are events behind {@code position}, or {@code other} holds. */
    boolean awaitHead(long position, BooleanSupplier other, long millis) {
        return await(() -> head > position || closed || other.getAsBoolean(), millis);
    }

    /** Until the time is over or somebody is in a hurry. */
    boolean awaitHurry(long millis) {
        var woken = await(() -> hurried || closed, millis);
        change(() -> hurried = false);
        return woken;
    }

    /** Until the time is over, or all is over. */
    void pause(long millis) {
        await(() -> closed, millis);
    }

    /** Until {@code condition} holds; false when that took longer or the thread was interrupted. */
    boolean await(BooleanSupplier condition, long millis) {
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

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package io.cairn.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be appended, first come first served, bounded by what it takes in memory. */
final class AppendQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final long mostWeight;
    private ArrayDeque<PendingAppend> waiting = new ArrayDeque<>();
    private long weight;
    private boolean closed;

    /** @param mostWeight in bytes; one append is always taken on, however large */
    AppendQueue(long mostWeight) {
        this.mostWeight = mostWeight;
    }

    /** @throws StoreBusy when it is full or closed */
    void add(PendingAppend append) {
        lock.lock();
        try {
            if (closed) throw new StoreBusy("the store is being closed");
            if (weight > 0 && weight + append.weight() > mostWeight)
                throw new StoreBusy(waiting.size() + " appends of " + weight + " bytes wait already");
            weight += append.weight();
            waiting.add(append);
            if (waiting.size() == 1) filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that waits, up to {@code mostRows} rows, but nothing twice that is {@link PendingAppend#exclusive exclusive}:
     * the second one waits for the following batch. Blocks while nothing waits; empty once the queue is closed and drained.
     */
    List<PendingAppend> take(int mostRows) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) filled.awaitUninterruptibly();
            return drain(mostRows);
        } finally {
            lock.unlock();
        }
    }

    private List<PendingAppend> drain(int mostRows) {
        var batch = new ArrayList<PendingAppend>();
        var left = new ArrayDeque<PendingAppend>();
        var taken = new HashSet<Object>();
        var rows = 0;
        while (!waiting.isEmpty()
                && (batch.isEmpty() || rows + waiting.element().rows().size() <= mostRows)) {
            var next = waiting.remove();
            var apart = next.exclusive().stream().noneMatch(taken::contains);
            // also when it stays: what comes later for one of its streams must not overtake it
            taken.addAll(next.exclusive());
            if (apart) {
                batch.add(next);
                rows += next.rows().size();
                weight -= next.weight();
            } else left.add(next);
        }
        left.addAll(waiting);
        waiting = left;
        return batch;
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

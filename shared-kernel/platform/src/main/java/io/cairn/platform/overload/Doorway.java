package io.cairn.platform.overload;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few requests at a time come as far as the {@link Gate}. Virtual threads run in the order they can: without it, when more
 * is asked than can be done, each step of a request that has a place would stand behind hundreds that come to be refused.
 */
final class Doorway implements Executor {
    private static final ThreadLocal<@Nullable Doorway> INSIDE = new ThreadLocal<>();

    private final Executor threads;
    private final int wide;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> outside = new ArrayDeque<>();
    private int inside;

    /** @param wide so many at a time */
    Doorway(Executor threads, int wide) {
        this.threads = threads;
        this.wide = wide;
    }

    @Override
    public void execute(Runnable request) {
        lock.lock();
        try {
            if (inside == wide) {
                outside.add(request);
                return;
            }
            inside++;
        } finally {
            lock.unlock();
        }
        enter(request);
    }

    private void enter(Runnable request) {
        threads.execute(() -> {
            INSIDE.set(this);
            try {
                request.run();
            } finally {
                through();
            }
        });
    }

    /** What this thread runs has come through, or does not want to; it does no harm to say so again. */
    static void through() {
        var doorway = INSIDE.get();
        if (doorway == null) return;
        INSIDE.remove();
        doorway.next();
    }

    private void next() {
        Runnable next;
        lock.lock();
        try {
            next = outside.poll();
            if (next == null) inside--;
        } finally {
            lock.unlock();
        }
        if (next != null) enter(next);
    }
}

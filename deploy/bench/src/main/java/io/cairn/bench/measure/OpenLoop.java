package io.cairn.bench.measure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Begins one thing after the other at a fixed rate, whether or not those before are done. Who measures from the moment
 * a thing was due leaves nothing out when the system stalls (no coordinated omission).
 */
public final class OpenLoop {
    /** Something that was due at that moment of {@link System#nanoTime}. */
    @FunctionalInterface
    public interface Task {
        void run(long number, long dueAt) throws Exception;
    }

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private OpenLoop() {}

    /** Returns when all are done. */
    public static void run(int perSecond, Duration time, Task task) {
        new OpenLoop().all(perSecond, time, task);
    }

    private void all(int perSecond, Duration time, Task task) {
        var number = perSecond * time.toNanos() / 1_000_000_000L;
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0L; i < number && failure.get() == null; i++) {
                var at = i;
                var dueAt = began + at * 1_000_000_000L / perSecond;
                for (var early = dueAt - System.nanoTime(); early > 0; early = dueAt - System.nanoTime())
                    LockSupport.parkNanos(early);
                threads.execute(() -> one(task, at, dueAt));
            }
        }
        var thrown = failure.get();
        if (thrown != null) throw new IllegalStateException("a task failed", thrown);
    }

    private void one(Task task, long number, long dueAt) {
        try {
            task.run(number, dueAt);
        } catch (Exception | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}

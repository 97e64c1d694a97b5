package io.cairn.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Callers that do one thing again and again, each as soon as the one before is done. */
public final class Load {
    /** Done again and again by one caller. */
    @FunctionalInterface
    public interface Step {
        /** @return how many operations were done */
        int run() throws Exception;
    }

    private final LongAdder done = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    private Load() {}

    /** Operations per second of callers on virtual threads. */
    public static double virtual(int callers, Duration time, IntFunction<Step> steps) throws Exception {
        return new Load().run(Thread.ofVirtual().name("caller-", 0).factory(), callers, time, steps);
    }

    /** Operations per second of callers on platform threads. */
    public static double platform(int callers, Duration time, IntFunction<Step> steps) throws Exception {
        return new Load().run(Thread.ofPlatform().name("caller-", 0).factory(), callers, time, steps);
    }

    /** What is in flight at both ends is left out alike: done is counted between two moments in the middle. */
    private double run(ThreadFactory factory, int callers, Duration time, IntFunction<Step> steps) throws Exception {
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < callers; i++) {
            var step = steps.apply(i);
            threads.add(factory.newThread(() -> again(step)));
        }
        threads.forEach(Thread::start);
        Thread.sleep(time.dividedBy(4));
        var from = System.nanoTime();
        var before = done.sum();
        Thread.sleep(time);
        var count = done.sum() - before;
        // one that takes longer than the turn is waited for: none at all is no figure
        while (count == 0 && threads.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(10);
            count = done.sum() - before;
        }
        var seconds = (System.nanoTime() - from) / 1e9;
        stopped = true;
        for (var thread : threads) thread.join();
        var thrown = failure.get();
        if (thrown != null) throw new IllegalStateException("a caller failed", thrown);
        return count / seconds;
    }

    private void again(Step step) {
        try {
            while (!stopped) done.add(step.run());
        } catch (Exception | Error e) {
            failure.compareAndSet(null, e);
            stopped = true;
        }
    }
}

package io.cairn.bench.reports;

import io.cairn.bench.measure.Peer;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Does one thing after the other, again and again, and tells how long it takes: the 99th percentile, and the median. */
final class Latencies implements Peer {
    private final String name;
    private final int least;
    private final Step step;

    @FunctionalInterface
    interface Step {
        /** @param number counts on from 0 */
        void run(int number) throws Exception;
    }

    /** @param least how often in a turn, however short that is */
    Latencies(String name, int least, Step step) {
        this.name = name;
        this.least = least;
        this.step = step;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        var taken = new Histogram(3);
        var until = System.nanoTime() + time.toNanos();
        for (var number = 0; number < least || System.nanoTime() < until; number++) {
            var from = System.nanoTime();
            step.run(number);
            taken.recordValue(System.nanoTime() - from);
        }
        return Map.of(
                name + "-p99", taken.getValueAtPercentile(99) / 1e6,
                name + "-p50", taken.getValueAtPercentile(50) / 1e6);
    }
}

package io.cairn.maturity.benchmark;

import java.util.List;

/** The 25 %, 50 % and 75 % quantiles of some values, in the values' unit. */
public record Quartiles(double lower, double median, double upper) {
    private static final double STEPS = 100;

    /** @throws IllegalArgumentException without a value */
    public static Quartiles of(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    /**
     * Sample quantile of type 7: {@code x[j] + g·(x[j+1] − x[j])} with {@code h = (n−1)·p}, {@code j = ⌊h⌋} counted from 0
     * and {@code g = h − j}. R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American
     * Statistician 50 (1996), 361–365.
     *
     * @param sorted ascending, at least one
     * @param p 0..1
     */
    static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) throw new IllegalArgumentException("there is no quantile of nothing");
        var h = (sorted.length - 1) * p;
        var below = (int) Math.floor(h);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    /** To hundredths: of few companies a quartile can be the very value of one. */
    Quartiles rounded() {
        return new Quartiles(rounded(lower), rounded(median), rounded(upper));
    }

    private static double rounded(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}

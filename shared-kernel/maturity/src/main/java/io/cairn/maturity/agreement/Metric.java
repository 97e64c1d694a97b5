package io.cairn.maturity.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** What makes two values differ: that they are not the same, how many lie between them, or by how much. */
public enum Metric {
    NOMINAL,
    ORDINAL,
    INTERVAL;

    /**
     * What stands for each of the values that are compared. An ordinal difference of Krippendorff's is
     * {@code (Σ_{g=c..k} n_g − (n_c+n_k)/2)²}, which is the squared difference of mid-ranks.
     */
    DoubleUnaryOperator coded(double[] all) {
        return this == ORDINAL ? midRanks(all)::get : DoubleUnaryOperator.identity();
    }

    /** The sum of the squared differences of all ordered pairs, in time linear in the number of values. */
    double differences(double[] coded) {
        if (this == NOMINAL) {
            var same = counts(coded).values().stream()
                    .mapToDouble(n -> (double) n * n)
                    .sum();
            return (double) coded.length * coded.length - same;
        }
        var mean = Arrays.stream(coded).average().orElse(0);
        return 2
                * coded.length
                * Arrays.stream(coded).map(x -> (x - mean) * (x - mean)).sum();
    }

    private static Map<Double, Double> midRanks(double[] all) {
        var ranks = new HashMap<Double, Double>();
        var below = 0;
        for (var it : counts(all).entrySet()) {
            ranks.put(it.getKey(), below + it.getValue() / 2.0);
            below += it.getValue();
        }
        return ranks;
    }

    private static TreeMap<Double, Integer> counts(double[] values) {
        var counts = new TreeMap<Double, Integer>();
        for (var value : values) counts.merge(value, 1, Integer::sum);
        return counts;
    }
}

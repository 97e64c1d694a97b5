package io.cairn.reporting.benchmark;

import io.cairn.reporting.benchmark.Contributions.Contribution;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scores as shares of what could be reached, which companies for whom different questions apply can be compared by.
 *
 * @param max of each score: what can be reached where everything applies, as far as it was anywhere
 */
record Scales(SortedMap<String, Double> max) {
    static final String OVERALL = "overall";

    static Scales of(List<Contribution> contributions) {
        var max = new TreeMap<String, Double>();
        for (var contribution : contributions) {
            var result = contribution.result();
            if (result.max() != null) max.merge(OVERALL, result.max(), Math::max);
            for (var it : result.dimensions()) max.merge(it.key(), it.max(), Math::max);
        }
        return new Scales(max);
    }

    static SortedMap<String, Double> shares(UnitResult result) {
        var shares = new TreeMap<String, Double>();
        if (result.score() != null && result.max() != null && result.max() > 0)
            shares.put(OVERALL, share(result.score(), result.max()));
        for (var it : result.dimensions()) if (it.max() > 0) shares.put(it.key(), share(it.score(), it.max()));
        return shares;
    }

    private static double share(double score, double max) {
        return Math.clamp(score / max, 0, 1);
    }
}

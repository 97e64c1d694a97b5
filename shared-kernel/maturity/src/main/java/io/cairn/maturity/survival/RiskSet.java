package io.cairn.maturity.survival;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who could have ended at a time, and who did. A span is at risk at {@code t} when {@code entry < t ≤ exit}: who enters
 * later is not counted before, who is censored at {@code t} still is.
 */
record RiskSet(double time, int atRisk, Map<Ending, Integer> endings) {

    /** One for each time at which a span ended, in order. */
    static List<RiskSet> of(List<Span> spans) {
        var entries = spans.stream().mapToDouble(Span::entry).sorted().toArray();
        var exits = spans.stream().mapToDouble(Span::exit).sorted().toArray();
        var endings = new TreeMap<Double, Map<Ending, Integer>>();
        for (var span : spans) {
            var ending = span.ending();
            if (ending != null)
                endings.computeIfAbsent(span.exit(), time -> new EnumMap<>(Ending.class))
                        .merge(ending, 1, Integer::sum);
        }
        return endings.entrySet().stream()
                .map(it -> new RiskSet(
                        it.getKey(), below(entries, it.getKey()) - below(exits, it.getKey()), it.getValue()))
                .toList();
    }

    int ended() {
        return endings.values().stream().mapToInt(Integer::intValue).sum();
    }

    int ended(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }

    /** How many are less; equal ones are many, so a search alone does not tell. */
    private static int below(double[] sorted, double time) {
        var found = Arrays.binarySearch(sorted, time);
        if (found < 0) return -found - 1;
        while (found > 0 && sorted[found - 1] == time) found--;
        return found;
    }
}

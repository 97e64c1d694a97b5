package io.cairn.maturity.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Companies at neighbouring stages, counted together until there are enough of them.
 *
 * @param from ordinal of the lowest stage of the band; null for those without a stage
 * @param to ordinal of the highest
 */
public record StageBand(@Nullable Integer from, @Nullable Integer to, int companies) {

    /** The ordinals a model has, so that bands say nothing of the lowest and highest that are occupied. */
    public record Range(int lowest, int highest) {}

    /**
     * The finest bands, from below, of which each has at least {@code fewest}; what is left above the last one joins it. Those
     * without a stage are a band of their own. Empty where that is not possible, or where it is a single one.
     *
     * @param stages of the companies, null for those without
     */
    static List<StageBand> of(List<@Nullable Integer> stages, Range range, int fewest) {
        var counts = new TreeMap<Integer, Integer>();
        var without = 0;
        for (var stage : stages) {
            if (stage == null) without++;
            else counts.merge(stage, 1, Integer::sum);
        }
        var bands = bands(counts, range, fewest);
        if (bands.size() < 2 || without > 0 && without < fewest) return List.of();
        if (without > 0) bands.add(new StageBand(null, null, without));
        return bands;
    }

    private static List<StageBand> bands(TreeMap<Integer, Integer> counts, Range range, int fewest) {
        var bands = new ArrayList<StageBand>();
        var from = range.lowest();
        var companies = 0;
        for (var stage = range.lowest(); stage <= range.highest(); stage++) {
            companies += counts.getOrDefault(stage, 0);
            if (companies < fewest) continue;
            bands.add(new StageBand(from, stage, companies));
            from = stage + 1;
            companies = 0;
        }
        if (from <= range.highest() && !bands.isEmpty()) {
            var last = bands.removeLast();
            bands.add(new StageBand(last.from(), range.highest(), last.companies() + companies));
        }
        return bands;
    }
}

package io.cairn.reporting.benchmark;

import io.cairn.language.Period;
import io.cairn.reporting.point.DimensionPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment found of a unit of a company.
 *
 * @param depth below the top of the tree of units, which is 0
 * @param stage its ordinal
 */
record UnitResult(
        String unit,
        int depth,
        Period period,
        @Nullable Double score,
        @Nullable Double max,
        @Nullable Integer stage,
        List<DimensionPoint> dimensions) {
    private static final Comparator<UnitResult> BY_RESULT = Comparator.<UnitResult>comparingInt(
                    it -> Objects.requireNonNullElse(it.stage(), -1))
            .thenComparingDouble(it -> Objects.requireNonNullElse(it.score(), -1.0))
            .thenComparing(UnitResult::unit);

    UnitResult {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * The one that stands for the company: the latest of the unit nearest to the top; of several at the same depth the middle
     * one, the lower of two. It is always one assessment and never made out of several.
     *
     * @param results of one company, at least one
     */
    static UnitResult ofCompany(List<UnitResult> results) {
        var top = results.stream().mapToInt(UnitResult::depth).min().orElseThrow();
        var units = results.stream()
                .filter(it -> it.depth() == top)
                .collect(Collectors.groupingBy(
                        UnitResult::unit, Collectors.maxBy(Comparator.comparing(UnitResult::period))));
        var latest = units.values().stream()
                .flatMap(Optional::stream)
                .sorted(BY_RESULT)
                .toList();
        return latest.get((latest.size() - 1) / 2);
    }
}

package io.cairn.reporting.journeys;

import io.cairn.maturity.survival.Interval;
import io.cairn.maturity.survival.Turnbull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What still lasts, by what is certain of when it ended: between the last sighting before and the first one after
 * ({@link Turnbull}). Between {@code from} and {@code to} of a step nothing tells where it fell.
 *
 * @param estimator turnbull
 * @param converged whether it is the best there is: {@code gap} is at most {@link Turnbull#TOLERANCE}
 * @param gap by how much a cell could still make it likelier (Karush, Kuhn, Tucker)
 * @param median between which years one half had ended; null when {@code notReached}
 */
public record IntervalCurve(
        String estimator,
        boolean converged,
        double gap,
        @Nullable Between median,
        boolean notReached,
        List<Step> steps) {
    public static final String ESTIMATOR = "turnbull";

    public IntervalCurve {
        steps = List.copyOf(steps);
    }

    /** In years: after the one, at the other at the latest. */
    public record Between(double from, double to) {}

    /**
     * @param ended the share that ended in between
     * @param lasting the share that still lasts at {@code to}
     */
    public record Step(double from, double to, double ended, double lasting) {}

    /** Null for too few durations. */
    public static @Nullable IntervalCurve of(List<Interval> intervals) {
        if (intervals.size() < Curve.FEWEST) return null;
        var found = Turnbull.of(intervals);
        var median = found.median();
        return new IntervalCurve(
                ESTIMATOR,
                found.converged(),
                found.gap(),
                median == null ? null : new Between(median.from(), median.to()),
                median == null,
                found.steps().stream()
                        // what was never seen to end has an end somewhere after, of which there is nothing to tell
                        .filter(it -> it.to() < Double.POSITIVE_INFINITY)
                        .map(it -> new Step(it.from(), it.to(), it.mass(), it.survival()))
                        .toList());
    }
}

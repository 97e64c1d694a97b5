package io.cairn.reporting.journeys;

import io.cairn.maturity.survival.AalenJohansen;
import io.cairn.maturity.survival.Bounds;
import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Followed;
import io.cairn.maturity.survival.KaplanMeier;
import io.cairn.maturity.survival.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of durations, year by year, each change at the time it was first seen; from each point to the next nothing
 * changes.
 *
 * @param estimator kaplan-meier, of what still lasts; the ways it ended are Aalen and Johansen's
 * @param conditionalOn years to which something had to last for the curve to be of it; 0 unless fewer than
 *     {@value #FEWEST} were under observation at first, when all came late
 * @param median of what still lasts
 */
public record Curve(String estimator, double conditionalOn, Median median, List<Point> points) {
    /** Fewer durations at once tell of their units, not of chances. */
    public static final int FEWEST = 5;

    public static final String ESTIMATOR = "kaplan-meier";

    public Curve {
        points = List.copyOf(points);
    }

    /**
     * @param years by which one half has ended; null when {@code notReached}
     * @param low of its 95 % interval; null when not reached
     * @param high null when not reached
     */
    public record Median(
            @Nullable Double years,
            @Nullable Double low,
            @Nullable Double high,
            boolean notReached) {
        public static Median of(KaplanMeier.Median median) {
            return new Median(median.time(), median.low(), median.high(), median.time() == null);
        }
    }

    /**
     * @param lasting the share that still lasts (Kaplan–Meier)
     * @param advanced the share that has advanced first (Aalen–Johansen), and so on; together with {@code lasting} they
     *     are 1
     */
    public record Point(double years, int atRisk, Share lasting, Share advanced, Share regressed, Share left) {}

    /**
     * @param ended at this time
     * @param standardError null where it is not defined
     * @param low of its 95 % interval; null where that is not defined
     */
    public record Share(
            int ended,
            double p,
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high) {
        public static Share of(AalenJohansen.Incidence it) {
            var bounds = it.bounds();
            return new Share(it.ended(), it.probability(), it.standardError(), low(bounds), high(bounds));
        }

        public static Share of(KaplanMeier.Step it) {
            return new Share(it.ended(), it.survival(), it.standardError(), low(it.bounds()), high(it.bounds()));
        }

        private static @Nullable Double low(@Nullable Bounds bounds) {
            return bounds == null ? null : (Double) bounds.low();
        }

        private static @Nullable Double high(@Nullable Bounds bounds) {
            return bounds == null ? null : (Double) bounds.high();
        }
    }

    /** Null for too few durations. */
    public static @Nullable Curve of(List<Span> spans) {
        var followed = Followed.of(spans, FEWEST);
        if (followed == null) return null;
        var lasting = KaplanMeier.of(followed.spans());
        var ways = AalenJohansen.of(followed.spans()).steps();
        var points = new ArrayList<Point>();
        for (var i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            points.add(new Point(
                    way.time(),
                    way.atRisk(),
                    Share.of(lasting.steps().get(i)),
                    Share.of(way.of(Ending.ADVANCE)),
                    Share.of(way.of(Ending.REGRESS)),
                    Share.of(way.of(Ending.LEAVE))));
        }
        return new Curve(ESTIMATOR, followed.since(), Median.of(lasting.median()), points);
    }
}

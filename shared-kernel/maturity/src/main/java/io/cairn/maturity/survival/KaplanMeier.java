package io.cairn.maturity.survival;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The probability that something still lasts: {@code S(t) = Π (1 − d/n)} over the times at which {@code d} of {@code n}
 * at risk ended (E. L. Kaplan, P. Meier, JASA 53 (1958), 457–481); with delayed entry {@code n} are those who have
 * entered, so {@code S} is conditional on lasting to the first entry. Its variance is {@code S² Σ d/(n(n−d))} (M.
 * Greenwood, 1926), its interval {@link Bounds#logLog log-log}.
 *
 * @param spans how many durations there were
 * @param steps in the order of time, one for each at which something ended
 */
public record KaplanMeier(int spans, List<Step> steps) {
    /** A product of fractions may miss one half by rounding. */
    private static final double ROUNDING = 1e-12;

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * From {@code time} to the next step.
     *
     * @param atRisk n
     * @param ended d
     * @param standardError the root of Greenwood's variance; null where {@code survival} is 0, which has none
     * @param bounds null where {@code survival} is 0
     */
    public record Step(
            double time,
            int atRisk,
            int ended,
            double survival,
            @Nullable Double standardError,
            @Nullable Bounds bounds) {}

    /**
     * The time by which one half has ended: the first with {@code S ≤ ½}, and for its ends the first with the lower and
     * with the upper bound at most ½ (R. Brookmeyer, J. Crowley, Biometrics 38 (1982), 29–41).
     *
     * @param time null when it is not reached
     * @param low null when not reached
     * @param high null when not reached
     */
    public record Median(
            @Nullable Double time,
            @Nullable Double low,
            @Nullable Double high) {}

    public static KaplanMeier of(List<Span> spans) {
        var steps = new ArrayList<Step>();
        var survival = 1.0;
        var sum = 0.0;
        for (var risk : RiskSet.of(spans)) {
            double n = risk.atRisk();
            double d = risk.ended();
            survival *= 1 - d / n;
            sum += d / (n * (n - d));
            var error = survival > 0 ? (Double) (survival * Math.sqrt(sum)) : null;
            steps.add(new Step(
                    risk.time(),
                    risk.atRisk(),
                    risk.ended(),
                    survival,
                    error,
                    error == null ? null : Bounds.logLog(survival, error)));
        }
        return new KaplanMeier(spans.size(), steps);
    }

    public Median median() {
        Double time = null;
        Double low = null;
        Double high = null;
        for (var step : steps) {
            var bounds = step.bounds();
            if (time == null && step.survival() <= 0.5 + ROUNDING) time = step.time();
            if (low == null && (bounds == null ? step.survival() <= 0 : bounds.low() <= 0.5)) low = step.time();
            if (high == null && bounds != null && bounds.high() <= 0.5) high = step.time();
        }
        return new Median(time, low, high);
    }
}

package io.cairn.maturity.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change of a score is more than its error of measurement: {@code |Δ| / (√2·SEM) > 1.96}, the reliable change
 * of N. S. Jacobson and P. Truax, Journal of Consulting and Clinical Psychology 59 (1991), 12–19. {@code SEM = SD·√(1 −
 * α)}: SD is the standard deviation of the units' scores, α is Cronbach's over their dimensions, {@code k/(k−1) · (1 −
 * Σ s_d² / s_sum²)} (L. J. Cronbach, Psychometrika 16 (1951), 297–334). Variances are those of a sample (n − 1).
 *
 * @param units from which it is had
 * @param alpha null where it is not defined
 * @param sem on the scale of the scores; null where it is not defined
 * @param undefined why it is not; null where it is
 */
public record Materiality(
        int units,
        @Nullable Double alpha,
        @Nullable Double sem,
        @Nullable Why undefined) {
    /** Both figures of fewer units are themselves mostly error. */
    public static final int FEWEST_UNITS = 10;

    private static final double BOUND = 1.96;

    /** A variance that equal scores come to. */
    private static final double ROUNDING = 1e-18;

    /** By how much less than 1 α may be where dimensions go together wholly. */
    private static final double ALPHA_ROUNDING = 1e-12;

    public enum Why {
        TOO_FEW_UNITS,
        /** Consistency takes two dimensions. */
        TOO_FEW_DIMENSIONS,
        /** The units do not differ. */
        NO_VARIATION,
        /** Dimensions do not go together: α is not above 0. */
        NOT_CONSISTENT,
        /** Dimensions say the same of every unit: α is 1, and there is no error to hold a change against. */
        NO_ERROR
    }

    /** @param dimensions scores, as many for each unit @param score overall */
    public record Scored(double score, List<Double> dimensions) {
        public Scored {
            dimensions = List.copyOf(dimensions);
        }
    }

    public static Materiality of(List<Scored> units) {
        if (units.size() < FEWEST_UNITS) return undefined(units, Why.TOO_FEW_UNITS);
        var k = units.getFirst().dimensions().size();
        if (k < 2) return undefined(units, Why.TOO_FEW_DIMENSIONS);
        var single = 0.0;
        for (var i = 0; i < k; i++) {
            var dimension = i;
            single += variance(units.stream()
                    .mapToDouble(it -> it.dimensions().get(dimension))
                    .toArray());
        }
        var sum = variance(units.stream()
                .mapToDouble(it -> it.dimensions().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .toArray());
        var spread = variance(units.stream().mapToDouble(Scored::score).toArray());
        if (sum <= ROUNDING || spread <= ROUNDING) return undefined(units, Why.NO_VARIATION);
        var alpha = alpha(k, single, sum);
        if (alpha <= 0) return new Materiality(units.size(), alpha, null, Why.NOT_CONSISTENT);
        if (1 - alpha <= ALPHA_ROUNDING) return new Materiality(units.size(), alpha, null, Why.NO_ERROR);
        return new Materiality(units.size(), alpha, Math.sqrt(spread * (1 - alpha)), null);
    }

    /** Cronbach's of {@code k} parts, the variances of which add up to {@code single} and whose sum has {@code sum}. */
    static double alpha(int k, double single, double sum) {
        return k / (k - 1.0) * (1 - single / sum);
    }

    /** {@code |Δ| / (√2·SEM)}; null where that is not defined. */
    public @Nullable Double ratio(double change) {
        return sem == null ? null : (Double) (Math.abs(change) / (Math.sqrt(2) * sem));
    }

    /** Whether the change is more than error; null where that cannot be told. */
    public @Nullable Boolean material(double change) {
        var ratio = ratio(change);
        return ratio == null ? null : (Boolean) (ratio > BOUND);
    }

    private static Materiality undefined(List<Scored> units, Why why) {
        return new Materiality(units.size(), null, null, why);
    }

    private static double variance(double[] values) {
        var mean = 0.0;
        for (var value : values) mean += value / values.length;
        var sum = 0.0;
        for (var value : values) sum += (value - mean) * (value - mean);
        return sum / (values.length - 1);
    }
}

package io.cairn.maturity.survival;

import org.jspecify.annotations.Nullable;

/**
 * A 95 % interval of a probability.
 *
 * @param low 0..1
 * @param high 0..1, at least {@code low}
 */
public record Bounds(double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Of a survival {@code s} on the scale {@code log(−log s)}, which keeps it within 0..1: {@code s^exp(±z·se / (s·log
     * s))} (J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 1980, section 1.3). Null at
     * 0 and 1, where it is not defined.
     */
    static @Nullable Bounds logLog(double s, double standardError) {
        if (s <= 0 || s >= 1 || Double.isNaN(standardError)) return null;
        var reach = Z * standardError / (s * -Math.log(s));
        return new Bounds(Math.pow(s, Math.exp(reach)), Math.pow(s, Math.exp(-reach)));
    }

    Bounds mirrored() {
        return new Bounds(1 - high, 1 - low);
    }
}

package io.cairn.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How doubles are compared and shown. Sums of decimal shares carry noise of about 1e-16 a step: 0.1 + 0.2 is not 0.3,
 * and a mean that is .5 on paper may come out just below. So bounds are met within 1e-9, far above the noise and far
 * below any difference a model means, and figures are shown to 9 decimals.
 */
public final class Figures {
    public static final double TOLERANCE = 1e-9;
    private static final int DECIMALS = 9;

    private Figures() {}

    public static boolean atLeast(double value, double bound) {
        return value >= bound - TOLERANCE;
    }

    public static double shown(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}

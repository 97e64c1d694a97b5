package io.cairn.maturity.agreement;

import java.util.Arrays;

/**
 * Agreement on one question: {@code r_wg = 1 − s²/σ²_EU}, the variance of the votes (n−1) against the one of votes
 * spread evenly over all that can be said. 1 is agreement, 0 no more than chance.
 *
 * <p>For A equally spaced options coded 1, 2, … {@code σ²_EU = (A²−1)/12}, for any number within a range r it is
 * {@code r²/12}. More variance than chance gives is set to 0: L. R. James, R. G. Demaree and G. Wolf, Estimating
 * within-group interrater reliability with and without response bias, Journal of Applied Psychology 69 (1984), 85–98.
 */
public final class WithinGroup {
    private WithinGroup() {}

    /** @param expected σ²_EU, more than 0 */
    public static Coefficient of(double[] votes, double expected) {
        if (votes.length < 2) return new Coefficient.Undefined(Coefficient.Why.NO_PAIRS);
        if (expected <= 0) return new Coefficient.Undefined(Coefficient.Why.NO_VARIATION);
        var mean = Arrays.stream(votes).average().orElse(0);
        var variance = Arrays.stream(votes).map(x -> (x - mean) * (x - mean)).sum() / (votes.length - 1);
        return new Coefficient.Known(Math.max(0, 1 - variance / expected));
    }

    /** σ²_EU of {@code options} equally spaced options. */
    public static double ofOptions(int options) {
        return ((double) options * options - 1) / 12;
    }

    /** σ²_EU of any number within a range. */
    public static double ofRange(double range) {
        return range * range / 12;
    }
}

package io.cairn.maturity.movement;

/**
 * The 95 % score interval of a proportion, without continuity correction; unlike the plain one it stays within 0..1 and
 * has a width also at 0 and at 1, which matters for the few journeys a row of a movement matrix often has.
 *
 * <p>{@code (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)}: E. B. Wilson, Probable Inference, the Law of
 * Succession, and Statistical Inference, JASA 22 (1927), 209–212; recommended for small n by Brown, Cai and DasGupta,
 * Statistical Science 16 (2001), 101–133.
 *
 * @param low 0..1
 * @param high 0..1, at least {@code low}
 */
public record WilsonInterval(double low, double high) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The interval of {@code successes} among {@code trials}.
     *
     * @throws IllegalArgumentException without a trial, or when successes are not within {@code 0..trials}
     */
    public static WilsonInterval of(long successes, long trials) {
        if (trials < 1) throw new IllegalArgumentException("a proportion needs at least one trial");
        if (successes < 0 || successes > trials)
            throw new IllegalArgumentException("there are 0 to " + trials + " successes, not " + successes);
        var p = (double) successes / trials;
        var n = (double) trials;
        var middle = p + Z * Z / (2 * n);
        var reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        var whole = 1 + Z * Z / n;
        return new WilsonInterval(
                successes == 0 ? 0 : (middle - reach) / whole, successes == trials ? 1 : (middle + reach) / whole);
    }
}

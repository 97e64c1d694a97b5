package io.cairn.reporting.movement;

/** The score interval of a proportion: E. B. Wilson, Probable inference, JASA 22 (1927), 209-212. */
record Wilson(double low, double high) {
    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    static Wilson interval95(long successes, long trials) {
        var n = (double) trials;
        var p = successes / n;
        var centre = p + Z * Z / (2 * n);
        var margin = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        var scale = 1 + Z * Z / n;
        return new Wilson(Math.max(0, (centre - margin) / scale), Math.min(1, (centre + margin) / scale));
    }
}

package io.cairn.maturity.benchmark;

import java.util.Arrays;

/**
 * Where one stands among others: {@code 100·(L + ½E) / N}, where L of the N others are lower and E are equal, so that ties
 * share the middle of their ranks; oneself is not among the others.
 */
public final class MidRank {
    private MidRank() {}

    /**
     * The percentile 0..100.
     *
     * @param all ascending, with the own one once
     * @throws IllegalArgumentException where nobody else is there, or the own one is not
     */
    public static double percentile(double own, double[] all) {
        if (all.length < 2) throw new IllegalArgumentException("there is nobody to stand among");
        var first = Arrays.binarySearch(all, own);
        if (first < 0) throw new IllegalArgumentException("one's own value is not there");
        var last = first;
        while (first > 0 && all[first - 1] == own) first--;
        while (last < all.length - 1 && all[last + 1] == own) last++;
        double equal = last - first;
        return 100 * (first + equal / 2) / (all.length - 1);
    }
}

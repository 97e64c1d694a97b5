package io.cairn.maturity.benchmark;

import java.util.Arrays;

/** Rows of numbers modulo a prime, which are exact where fractions of doubles are not. */
final class Residues {
    static final long P = 2_147_483_647L;

    private Residues() {}

    /** {@code row −= times·other}; {@code other} has nothing before {@code from}. */
    static void subtract(int[] row, long times, int[] other, int from) {
        if (times == 0) return;
        var factor = P - times;
        for (var it = from; it < row.length; it++)
            if (other[it] != 0) row[it] = (int) ((row[it] + factor * other[it]) % P);
    }

    static void scale(int[] row, long by) {
        Arrays.setAll(row, it -> (int) (row[it] * by % P));
    }

    /** Of the first number that is not 0, −1 where all are. */
    static int first(int[] row) {
        for (var it = 0; it < row.length; it++) if (row[it] != 0) return it;
        return -1;
    }

    /** By Fermat: {@code a^(P−2)}. */
    static long inverse(long a) {
        var result = 1L;
        for (long power = a, exponent = P - 2; exponent > 0; exponent >>= 1, power = power * power % P)
            if ((exponent & 1) == 1) result = result * power % P;
        return result;
    }
}

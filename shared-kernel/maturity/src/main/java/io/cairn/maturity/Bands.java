package io.cairn.maturity;

/** Cuts the scale of a score into stages. */
sealed interface Bands permits ThresholdBands, MeanBands {
    /** 0 for below the first stage. */
    int ordinal(Score score);

    /** How far the score has come from where its stage starts to where the next one does, 0..1. */
    double fraction(Score score, int ordinal);

    static double between(double from, double to, double value) {
        return to > from ? Math.clamp((value - from) / (to - from), 0, 1) : 0;
    }
}

package io.cairn.maturity;

/** How values become scores. */
public sealed interface ScoringPolicy {
    /** {@code s_d = Σ w·v / Σ w}, shown linearly on {@code min..max}; overall the mean of dimensions by their weights. */
    record WeightedMean(double min, double max) implements ScoringPolicy {}

    /** {@code s_d = Σ w·v}: points, summed and never averaged; overall the sum of dimensions. */
    record Points() implements ScoringPolicy {}
}

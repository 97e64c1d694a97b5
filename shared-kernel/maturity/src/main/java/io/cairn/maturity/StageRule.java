package io.cairn.maturity;

import java.util.List;

/** How scores become a stage. Shares and values are 0..1. */
public sealed interface StageRule {
    /**
     * Each stage is the foundation of the next: a stage passes when its coverage and its score reach their bounds and
     * every critical question its own; a dimension is at the last stage up to which all pass.
     */
    record Gated(double threshold, double coverage, Overall overall) implements StageRule {}

    /** One lower bound a stage, on the overall score as a share of its maximum; the first is 0. */
    record Thresholds(List<Double> bounds) implements StageRule {
        public Thresholds {
            bounds = List.copyOf(bounds);
        }
    }

    /** The score on the model's own scale, which counts stages, rounded. */
    record Mean(Rounding rounding) implements StageRule {}

    enum Rounding {
        FLOOR,
        HALF_UP
    }

    /** How the stages of dimensions become one. */
    sealed interface Overall {
        /** The lowest of the mandatory dimensions. */
        record Minimum() implements Overall {}

        /** The highest stage which mandatory dimensions with at least this share of their weight have reached. */
        record Quorum(double share) implements Overall {}
    }
}

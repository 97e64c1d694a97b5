package io.cairn.maturity.whatif;

import io.cairn.maturity.Figures;
import java.util.List;

/** What it takes to reach a target. */
public sealed interface Outcome {
    /**
     * Changes that reach it, in the order of the model; none when it is reached already.
     *
     * @param proof how good they are
     * @param atLeast no set of fewer changes than this reaches it
     */
    record Reachable(List<Change> changes, Proof proof, int atLeast) implements Outcome {
        public Reachable {
            changes = List.copyOf(changes);
        }

        public double effort() {
            return Figures.shown(changes.stream().mapToDouble(Change::effort).sum());
        }
    }

    /**
     * No changes were found that reach it.
     *
     * @param proved whether there are none
     */
    record Unreachable(String why, boolean proved) implements Outcome {}

    /** What is known of a set of changes. */
    enum Proof {
        /** No set has fewer changes, and none of as many takes less effort. */
        EXACT,
        /** No set has fewer changes; one of as many may take less effort. */
        FEWEST,
        /** There may be a set with fewer changes. */
        GREEDY
    }
}

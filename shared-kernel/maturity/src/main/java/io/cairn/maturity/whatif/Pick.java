package io.cairn.maturity.whatif;

import io.cairn.language.QuestionKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers that do, and what is known of them.
 *
 * @param atLeast no fewer changes do
 * @param leastEffort whether no other answers to as many questions do with less
 */
record Pick(Map<QuestionKey, Steps.Step> answers, double effort, int atLeast, boolean leastEffort) {
    static final Pick NOTHING = new Pick(Map.of(), 0, 0, true);
    static final double NOISE = 1e-9;

    Pick {
        answers = Map.copyOf(answers);
    }

    int count() {
        return answers.size();
    }

    boolean isFewest() {
        return count() == atLeast;
    }

    /** Both, which are about different questions. */
    Pick plus(Pick other) {
        var both = new HashMap<>(answers);
        both.putAll(other.answers);
        return new Pick(both, effort + other.effort, atLeast + other.atLeast, leastEffort && other.leastEffort);
    }

    boolean isBetterThan(Pick other) {
        return count() < other.count() || (count() == other.count() && effort < other.effort - NOISE);
    }

    /** The better of two ways to do the same; what is known of them is known of both together. */
    Pick or(Pick other) {
        var better = other.isBetterThan(this) ? other : this;
        var count = better.count();
        return new Pick(
                better.answers,
                better.effort,
                Math.min(atLeast, other.atLeast),
                (leastEffort || atLeast > count) && (other.leastEffort || other.atLeast > count));
    }
}

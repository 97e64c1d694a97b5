package io.cairn.maturity;

import java.util.List;

/**
 * Sums over questions, in units of weight.
 *
 * @param applicable Σ w of the questions that apply
 * @param answered Σ w of those of them with an answer
 * @param earned Σ w·v, unanswered ones counting 0
 */
record Tally(double applicable, double answered, double earned) {
    static final Tally NOTHING = new Tally(0, 0, 0);

    static Tally of(List<Judged> questions) {
        return questions.stream().filter(Judged::applicable).map(Tally::of).reduce(NOTHING, Tally::plus);
    }

    private static Tally of(Judged question) {
        var weight = question.weight();
        return new Tally(weight, question.answered() ? weight : 0, question.points());
    }

    Tally plus(Tally other) {
        return new Tally(applicable + other.applicable, answered + other.answered, earned + other.earned);
    }

    /** True when every question is n/a, or there is none: then there is nothing to score. */
    boolean isEmpty() {
        return applicable <= 0;
    }

    /** {@code Σ w·v / Σ w}, 0 when nothing applies. */
    double share() {
        return isEmpty() ? 0 : earned / applicable;
    }

    /** Answered over applicable weight; 1 when nothing applies, for then nothing is left to answer. */
    double coverage() {
        return isEmpty() ? 1 : answered / applicable;
    }
}

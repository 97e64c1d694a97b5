package io.cairn.maturity;

import java.util.Comparator;
import java.util.List;

/** One stage of one dimension, and whether the answers open it. */
record Gate(int ordinal, StageRule.Gated rule, List<Judged> questions, Tally tally) {
    static Gate of(int ordinal, StageRule.Gated rule, Sheet sheet) {
        var questions = sheet.questions().stream()
                .filter(q -> q.question().stage() != null && q.question().stage() == ordinal)
                .toList();
        return new Gate(ordinal, rule, questions, Tally.of(questions));
    }

    /**
     * Nothing is demanded, because there is no question or because none applies. Such a gate neither passes nor
     * fails: n/a is a claim and no evidence, and must not be the cheapest way up. A reviewer who agrees that the
     * stage is met gives points instead; a facilitator may decide on the stage.
     */
    boolean isUndetermined() {
        return tally.isEmpty();
    }

    /** The share of the stage's weight that the answers reach. */
    double achieved() {
        return tally.share();
    }

    boolean isAchieved() {
        return !isUndetermined() && Figures.atLeast(achieved(), rule.threshold());
    }

    boolean passes() {
        return isAchieved()
                && Figures.atLeast(tally.coverage(), rule.coverage())
                && questions.stream().filter(Judged::applicable).allMatch(Judged::meetsItsOwnBound);
    }

    boolean fails() {
        return !isUndetermined() && !passes();
    }

    /** What to mend: questions below the stage's bound or their own, or without the answer that coverage asks for. */
    List<Judged> open() {
        return questions.stream()
                .filter(Judged::applicable)
                .filter(q -> !q.answered() || !Figures.atLeast(q.value(), rule.threshold()) || !q.meetsItsOwnBound())
                .toList();
    }

    /** {@link #open} ones by {@link #gap}, the largest first, else as in the model. */
    List<Judged> openByGap() {
        return open().stream()
                .sorted(Comparator.comparingDouble(this::gap).reversed())
                .toList();
    }

    /** {@code w·(τ − v)⁺} as a share of the stage's weight; a critical question has its own bound when it is higher. */
    double gap(Judged question) {
        var critical = question.question().critical();
        var bound = critical == null ? rule.threshold() : Math.max(rule.threshold(), critical);
        return question.weight() * Math.max(0, bound - question.value()) / tally.applicable();
    }

    /** What the best answer to a question would add to {@link #achieved}. */
    double worth(Judged question) {
        return question.missing() / tally.applicable();
    }
}

package io.cairn.maturity.whatif;

import io.cairn.maturity.Figures;
import io.cairn.maturity.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many changes a bar takes at least, whatever becomes of the questions that others depend on: a question that may
 * or may not be asked counts for free as it suits best, and every change is for the best. A bar is reached when
 * {@code Σ w·(v − share) ≥ 0} over what counts, and covered when {@code Σ w·(answered − coverage) ≥ 0}.
 */
final class Relaxed {
    private final Situation situation;
    private final Bar bar;

    private Relaxed(Situation situation, Bar bar) {
        this.situation = situation;
        this.bar = bar;
    }

    static int atLeast(Situation situation, Bar bar) {
        // what one dimension's questions weigh in another's bar depends on what is asked there
        if (bar.weighted()) return 0;
        var relaxed = new Relaxed(situation, bar);
        return Math.max(relaxed.lacking(), Math.max(relaxed.byGain(), relaxed.byCover()));
    }

    /** Critical questions that are always asked and below their own bounds. */
    private int lacking() {
        return bar.criticals()
                ? (int) counting().stream()
                        .filter(it -> isAlwaysAsked(it)
                                && Scene.isLacking(it, situation.worth(it).counted()))
                        .count()
                : 0;
    }

    private int byGain() {
        var terms = new ArrayList<double[]>();
        for (var question : counting()) {
            var counted = situation.worth(question).counted();
            var options = situation.options(question);
            var best = options.isEmpty() ? counted : options.getLast().worth();
            terms.add(term(question, counted - bar.share(), best - bar.share()));
        }
        return fewest(terms);
    }

    private int byCover() {
        var terms = new ArrayList<double[]>();
        for (var question : counting()) {
            var answered = situation.worth(question).answered() ? 1 : 0;
            var can = situation.options(question).isEmpty() ? answered : 1;
            terms.add(term(question, answered - bar.coverage(), can - bar.coverage()));
        }
        return fewest(terms);
    }

    /** What a question brings as it is, and what a change adds to that. */
    private double[] term(Question question, double now, double best) {
        var is = question.weight() * (isAlwaysAsked(question) ? now : Math.max(0, now));
        return new double[] {is, Math.max(0, question.weight() * best - is)};
    }

    private int fewest(List<double[]> terms) {
        var sum = terms.stream().mapToDouble(term -> term[0]).sum();
        var slack = Figures.TOLERANCE
                * (1 + counting().stream().mapToDouble(Question::weight).sum());
        var added = terms.stream()
                .map(term -> term[1])
                .sorted(Comparator.reverseOrder())
                .toList();
        var changes = 0;
        while (changes < added.size() && sum < -slack) sum += added.get(changes++);
        return changes;
    }

    private List<Question> counting() {
        return bar.questions().stream()
                .filter(it -> situation.worth(it).applies())
                .toList();
    }

    private boolean isAlwaysAsked(Question question) {
        return question.dependsOn() == null || situation.isOverridden(question);
    }
}

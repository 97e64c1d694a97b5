package io.cairn.maturity.whatif;

import io.cairn.language.QuestionKey;
import io.cairn.maturity.Figures;
import io.cairn.maturity.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The situation once it is settled which of the questions that others depend on change, and how: then it is known which
 * questions are asked.
 *
 * @param hinges the questions that others depend on
 * @param changed those that change, each with answers under which the same questions are asked
 */
record Scene(Situation situation, Set<QuestionKey> hinges, Map<QuestionKey, List<Steps.Step>> changed) {
    /** Half of what a bound may be missed by, so that what is found here is met there. */
    private static final double TOLERANCE = Figures.TOLERANCE / 2;

    /** Nothing is gained by changing what is not asked. */
    boolean makesSense() {
        return changed.keySet().stream()
                .allMatch(key -> isAsked(situation.model().question(key).orElseThrow()));
    }

    private boolean isAsked(Question question) {
        var condition = question.dependsOn();
        if (condition == null) return true;
        var other = situation.model().question(condition.question()).orElseThrow();
        if (!counts(other)) return false;
        var options = changed.get(other.key());
        if (options != null) return condition.holds(options.getFirst().worth());
        var worth = situation.worth(other);
        return !worth.answered() || condition.holds(worth.said());
    }

    /** A reviewer's points count whether it is asked or not. */
    private boolean counts(Question question) {
        if (changed.containsKey(question.key()) || !situation.isOverridden(question))
            return isAsked(question) && situation.worth(question).applies();
        return true;
    }

    /** Answers that reach the bar; null when there are none. */
    @Nullable
    Pick reach(Bar bar, Budget budget) {
        var shares = shares(bar);
        if (shares.isEmpty()) return null;
        var need = bar.share() - TOLERANCE;
        var open = bar.coverage() - TOLERANCE;
        var items = new ArrayList<Item>();
        for (var it : shares) {
            var question = it.question();
            var worth = situation.worth(question);
            need -= it.part() * worth.counted();
            if (worth.answered()) open -= it.part();
            var lacking = bar.criticals() && isLacking(question, worth.counted());
            var options = options(question, lacking);
            if (options.isEmpty() && lacking) return null;
            var forced = lacking || changed.containsKey(question.key());
            if (!options.isEmpty())
                items.add(new Item(question, it.part(), worth.counted(), worth.answered(), options, forced));
        }
        return Lift.least(items, need, open, budget);
    }

    private record Share(Question question, double part) {}

    /** What part of the bar each question that counts makes up; empty when they weigh nothing. */
    private List<Share> shares(Bar bar) {
        var counting = bar.parts().stream()
                .map(part -> new Bar.Part(
                        part.dimension(),
                        part.questions().stream().filter(this::counts).toList()))
                .filter(part -> part.weight() > 0)
                .toList();
        var total = counting.stream()
                .mapToDouble(part -> bar.weighted() ? part.dimension().weight() : part.weight())
                .sum();
        if (total <= 0) return List.of();
        var shares = new ArrayList<Share>();
        for (var part : counting) {
            var scale = bar.weighted() ? part.dimension().weight() / total / part.weight() : 1 / total;
            part.questions().forEach(it -> shares.add(new Share(it, it.weight() * scale)));
        }
        return shares;
    }

    static boolean isLacking(Question question, double counted) {
        return question.critical() != null && counted < question.critical() - TOLERANCE;
    }

    private List<Steps.Step> options(Question question, boolean lacking) {
        var key = question.key();
        var all = changed.getOrDefault(key, List.of());
        if (!hinges.contains(key) && isAsked(question)) all = situation.options(question);
        var bound = question.critical();
        return lacking && bound != null
                ? all.stream().filter(step -> step.worth() >= bound - TOLERANCE).toList()
                : all;
    }
}

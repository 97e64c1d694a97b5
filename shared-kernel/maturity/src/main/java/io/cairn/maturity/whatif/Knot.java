package io.cairn.maturity.whatif;

import io.cairn.language.QuestionKey;
import io.cairn.maturity.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bars that must be looked at together, because what is asked for the one depends on answers that count for another;
 * most bars are alone. Every way in which the questions that others depend on can be left or changed is tried, and in
 * each the bars are apart.
 */
final class Knot {
    /** Ways that are tried; beyond, a few that are close to what there is. */
    private static final int WAYS = 2_000;

    private static final long STEPS = 100_000;

    private final Situation situation;
    private final List<Bar> bars;
    private final Budget budget;
    private final List<Question> hinges;
    private final Set<QuestionKey> keys;
    private final List<List<List<Steps.Step>>> moves = new ArrayList<>();
    private @Nullable Pick best;
    private @Nullable Bar obstacle;

    private Knot(Situation situation, List<Bar> bars, Budget budget) {
        this.situation = situation;
        this.bars = bars;
        this.budget = budget;
        this.hinges = List.copyOf(hinges(situation, bars).values());
        this.keys = hinges.stream().map(Question::key).collect(Collectors.toSet());
        for (var hinge : hinges) moves.add(moves(hinge));
    }

    /**
     * @param pick null when the bars cannot be reached
     * @param obstacle a bar that could not be reached as things are
     * @param whole whether every way was tried
     */
    record Untied(@Nullable Pick pick, @Nullable Bar obstacle, boolean whole) {}

    static Untied untie(Situation situation, List<Bar> bars, Budget budget) {
        return new Knot(situation, bars, budget).untie();
    }

    /** The questions on whose answers it depends what is asked for these bars. */
    static Map<QuestionKey, Question> hinges(Situation situation, List<Bar> bars) {
        var hinges = new LinkedHashMap<QuestionKey, Question>();
        for (var bar : bars) for (var question : bar.questions()) addHinges(situation, question, hinges);
        return hinges;
    }

    private static void addHinges(Situation situation, Question question, Map<QuestionKey, Question> hinges) {
        var condition = question.dependsOn();
        if (condition == null || !situation.worth(question).applies()) return;
        var other = situation.model().question(condition.question()).orElseThrow();
        if (hinges.put(other.key(), other) == null) addHinges(situation, other, hinges);
    }

    /** Its better answers, those together under which the same questions are asked. */
    private List<List<Steps.Step>> moves(Question hinge) {
        var byWhatIsAsked = new LinkedHashMap<List<Boolean>, List<Steps.Step>>();
        for (var step : situation.options(hinge))
            byWhatIsAsked
                    .computeIfAbsent(asked(hinge, step), key -> new ArrayList<>())
                    .add(step);
        return List.copyOf(byWhatIsAsked.values());
    }

    private List<Boolean> asked(Question hinge, Steps.Step step) {
        return situation.model().questions().values().stream()
                .map(Question::dependsOn)
                .filter(it -> it != null && it.question().equals(hinge.key()))
                .map(it -> it != null && it.holds(step.worth()))
                .toList();
    }

    private Untied untie() {
        var ways = moves.stream().mapToDouble(it -> 1.0 + it.size()).reduce(1, (a, b) -> a * b);
        if (ways <= WAYS) {
            tryAll(0, new HashMap<>());
            return new Untied(best, obstacle, true);
        }
        tryNear();
        return new Untied(best == null ? null : near(best), obstacle, false);
    }

    /** Leaving all as they are was tried, so where something changes one change is needed at least. */
    private Pick near(Pick found) {
        var atLeast =
                bars.stream().mapToInt(bar -> Relaxed.atLeast(situation, bar)).sum();
        return new Pick(
                found.answers(), found.effort(), Math.min(found.count(), Math.max(1, atLeast)), found.count() == 0);
    }

    private void tryAll(int place, Map<QuestionKey, List<Steps.Step>> changed) {
        if (best != null && changed.size() > best.count()) return;
        if (place == hinges.size()) {
            attempt(changed);
            return;
        }
        tryAll(place + 1, changed);
        for (var move : moves.get(place)) {
            changed.put(hinges.get(place).key(), move);
            tryAll(place + 1, changed);
            changed.remove(hinges.get(place).key());
        }
    }

    /** From leaving all as they are, and from changing all for the best, one at a time as long as it helps. */
    private void tryNear() {
        var changed = new HashMap<QuestionKey, List<Steps.Step>>();
        climb(changed);
        for (var i = 0; i < hinges.size(); i++)
            if (!moves.get(i).isEmpty())
                changed.put(hinges.get(i).key(), moves.get(i).getLast());
        climb(changed);
    }

    private void climb(Map<QuestionKey, List<Steps.Step>> current) {
        attempt(current);
        for (var again = true; again; ) {
            again = false;
            for (var i = 0; i < hinges.size(); i++) {
                var key = hinges.get(i).key();
                var kept = current.remove(key);
                var better = attempt(current) ? null : kept;
                for (var move : moves.get(i)) {
                    current.put(key, move);
                    if (attempt(current)) better = move;
                }
                if (better == null) current.remove(key);
                else current.put(key, better);
                again |= better != kept;
            }
        }
    }

    /** Whether it is the best so far. */
    private boolean attempt(Map<QuestionKey, List<Steps.Step>> changed) {
        var scene = new Scene(situation, keys, changed);
        if (!scene.makesSense()) return false;
        var pick = Pick.NOTHING;
        for (var bar : bars) {
            var part = budget.part(STEPS);
            var reached = scene.reach(bar, part);
            budget.giveBack(part);
            if (reached == null) {
                if (obstacle == null) obstacle = bar;
                return false;
            }
            pick = pick.plus(reached);
            if (best != null && pick.atLeast() > best.count()) return false;
        }
        pick = pick.plus(elsewhere(changed, pick));
        var isBest = best == null || pick.isBetterThan(best);
        best = best == null ? pick : best.or(pick);
        return isBest;
    }

    /** The least changes of those that change and count for none of the bars. */
    private Pick elsewhere(Map<QuestionKey, List<Steps.Step>> changed, Pick here) {
        var pick = Pick.NOTHING;
        for (var hinge : hinges) {
            var move = changed.get(hinge.key());
            if (move == null || here.answers().containsKey(hinge.key())) continue;
            var step = move.getFirst();
            var effort = hinge.weight() * (step.worth() - situation.worth(hinge).counted());
            pick = pick.plus(new Pick(Map.of(hinge.key(), step), effort, 1, true));
        }
        return pick;
    }
}

package io.cairn.maturity.whatif;

import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Figures;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The smallest set of changes that takes answers to a stage: the fewest questions, and of sets of as many the one of
 * least effort, {@code Σ w·(v needed − v now)}. Of sets alike in both, which one is found is settled but means nothing.
 *
 * <p>What may change: an answer may be given, made better, have its evidence renewed, or be judged again where a reviewer
 * gave it fewer points. None is made worse and none becomes n/a or ceases to be, for that is a fact. Of a continuous scale hundredths of its range are considered.
 *
 * <p>Under {@code gated} each stage of a dimension is a problem of its own, under {@code thresholds} and {@code mean}
 * the score is one: enough gain and enough cover by the fewest questions, see {@link Lift}. Questions that depend on
 * others tie such problems together, see {@link Knot}. How much is searched is bounded by steps and not by time.
 */
public final class SmallestChanges {
    private SmallestChanges() {}

    /**
     * @param answers those that count, as {@link io.cairn.maturity.Scoring#profile} takes them
     * @param asOf the day on which evidence holds or has expired; evidence that comes with a change holds
     * @param target a stage and a dimension of the model
     * @param fixed questions that are not to be touched
     * @throws IllegalArgumentException when the model has no such stage or dimension
     */
    public static Outcome to(
            MaturityModel model,
            Map<QuestionKey, AgreedAnswer> answers,
            LocalDate asOf,
            Target target,
            Set<QuestionKey> fixed) {
        if (target.stage() < 1 || target.stage() > model.stages().size())
            throw new IllegalArgumentException("the model has no stage " + target.stage());
        var goal = Goal.of(model, target);
        if (goal.parts().isEmpty()) {
            if (target.dimension() != null)
                throw new IllegalArgumentException("the model has no dimension " + target.dimension());
            return new Outcome.Unreachable("No dimension is mandatory, so none decides the stage.", true);
        }
        var situation = new Situation(model, answers, asOf, Set.copyOf(fixed));
        var costs = new Costs(situation);
        var pick = goal.isWhole() ? costs.of(goal.bars()) : Quorum.cheapest(goal, costs);
        return pick == null ? unreachable(costs, situation, goal) : reachable(situation, pick);
    }

    private static Outcome reachable(Situation situation, Pick pick) {
        var dimensions = new HashMap<QuestionKey, DimensionKey>();
        for (var dimension : situation.model().dimensions())
            dimension.questions().forEach(question -> dimensions.put(question.key(), dimension.key()));
        var changes = situation.model().questions().values().stream()
                .filter(question -> pick.answers().containsKey(question.key()))
                .map(question -> change(
                        situation,
                        question,
                        dimensions.get(question.key()),
                        pick.answers().get(question.key())))
                .toList();
        return new Outcome.Reachable(changes, proof(pick), pick.atLeast());
    }

    private static Change change(
            Situation situation, Question question, @Nullable DimensionKey dimension, Steps.@Nullable Step step) {
        if (dimension == null || step == null) throw new IllegalStateException("a question stands in a dimension");
        var worth = situation.worth(question);
        return new Change(
                question.key(),
                dimension,
                question.stage(),
                kind(situation, question, step),
                situation.said(question),
                Figures.shown(worth.counted()),
                step.answer(),
                Figures.shown(step.worth()),
                Figures.shown(question.weight() * (step.worth() - worth.counted())));
    }

    private static Change.Kind kind(Situation situation, Question question, Steps.Step step) {
        if (!situation.worth(question).answered()) return Change.Kind.ANSWER;
        if (!step.answer().equals(situation.said(question))) return Change.Kind.RAISE;
        return situation.isOverridden(question) ? Change.Kind.JUDGE_AGAIN : Change.Kind.RENEW_EVIDENCE;
    }

    private static Outcome.Proof proof(Pick pick) {
        if (!pick.isFewest()) return Outcome.Proof.GREEDY;
        return pick.leastEffort() ? Outcome.Proof.EXACT : Outcome.Proof.FEWEST;
    }

    private static Outcome unreachable(Costs costs, Situation situation, Goal goal) {
        var bar = costs.obstacle();
        var why = bar == null ? "Too few dimensions count." : why(situation, bar);
        return new Outcome.Unreachable(
                goal.isWhole() ? why : "Too few dimensions can get there. " + why, costs.isWhole());
    }

    private static String why(Situation situation, Bar bar) {
        var questions = bar.questions();
        var nothing = questions.stream().noneMatch(it -> situation.worth(it).applies());
        if (questions.isEmpty()) return "There are no questions for " + bar.what() + ", so nothing can be told.";
        if (nothing)
            return "All questions for " + bar.what() + " are answered as not applicable, so nothing can be told.";
        return "Even the best answers to all questions that may change do not reach " + bar.what() + ".";
    }

    /** The answers there would be, for scoring: those there are with the changes made. */
    public static Map<QuestionKey, AgreedAnswer> applied(
            Map<QuestionKey, AgreedAnswer> answers, List<Change> changes, LocalDate asOf) {
        var after = new HashMap<>(answers);
        for (var change : changes) after.put(change.question(), Supposed.answer(change, asOf));
        return after;
    }
}

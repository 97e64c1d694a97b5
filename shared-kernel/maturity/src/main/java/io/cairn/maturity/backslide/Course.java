package io.cairn.maturity.backslide;

import io.cairn.language.Comparison.Result;
import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.upgrade.Upgrade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From one assessment to another, one {@link Factor} at a time, so that the steps add up to the difference. Up to the
 * last step the old version of the model scores; what the new version does not ask counts as it was answered before.
 *
 * @param steps in the order of the factors; the last one's result is that of the other assessment
 */
public record Course(Result before, List<Step> steps) {
    public Course {
        steps = List.copyOf(steps);
    }

    /** @param result with this factor, and those before it, as they are now */
    public record Step(Factor factor, Result result) {}

    /** @param published the versions of the model there are, for those that may lie between */
    public static Course between(Side before, Side after, Function<ModelRef, Optional<MaturityModel>> published) {
        var sameVersion = before.model().ref().equals(after.model().ref());
        var answers = sameVersion
                ? after.answers()
                : Upgrade.between(before.model(), after.model(), published)
                        .back(after.answers(), before.answers())
                        .answers();
        var now = before.with(answers);
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                Factor.ANSWERS,
                before.with(inOldScope(answers, before.answers())).result()));
        steps.add(new Step(Factor.SCOPE, now.result()));
        steps.add(new Step(Factor.EVIDENCE, now.on(after.day()).result()));
        if (!sameVersion) steps.add(new Step(Factor.MODEL, after.result()));
        return new Course(before.result(), steps);
    }

    private static Map<QuestionKey, AgreedAnswer> inOldScope(
            Map<QuestionKey, AgreedAnswer> now, Map<QuestionKey, AgreedAnswer> before) {
        var answers = new HashMap<>(now);
        answers.replaceAll((question, answer) -> {
            var old = before.get(question);
            return old == null || applies(old) == applies(answer) ? answer : old;
        });
        return answers;
    }

    private static boolean applies(AgreedAnswer answer) {
        return answer.overriddenPoints() != null || answer.answer().response() instanceof Response.Given;
    }

    public Result after() {
        return steps.getLast().result();
    }

    /** What the factor adds to the share of the scale, 0..1; 0 for one that does not differ, null without a score. */
    public @Nullable Double share(Factor factor) {
        var from = before;
        for (var step : steps) {
            if (step.factor() == factor)
                return difference(from.share(), step.result().share());
            from = step.result();
        }
        return 0.0;
    }

    /**
     * The factor with which the stage fell most, of several the one with which the score did; where no stage fell, the
     * one with which the score fell most. Null where nothing fell.
     */
    public @Nullable Factor fall() {
        Step worst = null;
        var worstStages = 0;
        var worstShare = 0.0;
        var from = before;
        for (var step : steps) {
            var stages = stages(from, step.result());
            var share = difference(from.share(), step.result().share());
            var fell = share == null ? 0 : share;
            if (stages < worstStages || (stages == worstStages && fell < worstShare)) {
                worst = step;
                worstStages = stages;
                worstShare = fell;
            }
            from = step.result();
        }
        return worst == null ? null : worst.factor();
    }

    private static int stages(Result from, Result to) {
        var before = from.stage();
        var after = to.stage();
        return before == null || after == null ? 0 : after.ordinal() - before.ordinal();
    }

    private static @Nullable Double difference(@Nullable Double from, @Nullable Double to) {
        return from == null || to == null ? null : (Double) (to - from);
    }
}

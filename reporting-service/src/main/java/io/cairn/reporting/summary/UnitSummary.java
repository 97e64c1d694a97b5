package io.cairn.reporting.summary;

import io.cairn.language.AnswerValue;
import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scale;
import io.cairn.reporting.difference.Cause;
import io.cairn.reporting.difference.Difference;
import io.cairn.reporting.difference.Differences;
import io.cairn.reporting.known.Words;
import io.cairn.reporting.milestone.Milestone;
import io.cairn.reporting.past.Past;
import io.cairn.reporting.point.StagePoint;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit's period in words: what moved, why, what blocks, what it aimed at.
 *
 * @param name of the unit
 * @param before the last period before it in which a stage counted
 * @param waiting why what was found waits to be decided
 */
record UnitSummary(
        Telling telling,
        String name,
        String period,
        MaturityModel model,
        Differences.Then before,
        Differences.Then now,
        Difference difference,
        @Nullable String waiting,
        List<Milestone> targets) {
    private static final int MOST = 3;
    private static final double NOTHING = 5e-5;

    void tell() {
        var known = now.known();
        if (known == null)
            telling.say("unit.not-assessed", "unit", name, "model", telling.title(model), "period", period);
        else told(known);
        for (var target : targets) telling.target(target, model);
    }

    private void told(Past.Known known) {
        moved();
        if (!known.stored()) {
            telling.say(
                    "unit.not-final",
                    "period",
                    period,
                    "status",
                    known.assessment().status());
            return;
        }
        score(known.profile());
        var point = now.point();
        if (point != null) decided(point);
        if (wasFinal()) why();
        for (var blocking : known.profile().blocking().stream().limit(MOST).toList())
            telling.say(
                    "blocks",
                    "question",
                    telling.question(model, blocking.question()),
                    "dimension",
                    telling.dimension(model, blocking.dimension()),
                    "worth",
                    blocking.worth());
    }

    /** Not so while the earlier assessment is reopened: its answers are still being given. */
    private boolean wasFinal() {
        return before.known() != null && before.known().stored();
    }

    private void moved() {
        var to = difference.after().counts();
        var from = difference.before().counts();
        var earlier = difference.before().period();
        if (to == null)
            telling.say(
                    "unit.no-stage",
                    "unit",
                    name,
                    "period",
                    period,
                    "why",
                    difference.after().undetermined());
        else if (from == null)
            telling.say("unit.first", "unit", name, "model", telling.title(model), "to", stage(to), "period", period);
        else
            telling.say(
                    to.ordinal() > from.ordinal()
                            ? "unit.advanced"
                            : to.ordinal() < from.ordinal() ? "unit.regressed" : "unit.stayed",
                    "unit",
                    name,
                    "from",
                    telling.stage(
                            before.known() == null ? model : before.known().model(), from),
                    "to",
                    stage(to),
                    "period",
                    period,
                    "before",
                    earlier == null ? null : earlier.toString());
    }

    private Summary.Named stage(StageRef stage) {
        return telling.stage(model, stage);
    }

    private void score(Profile profile) {
        var overall = profile.overall();
        if (overall.score() == null) return;
        var change = difference.change().score();
        var earlier = difference.before();
        if (change == null || earlier.period() == null || !wasFinal())
            telling.say("unit.score", "score", overall.score(), "max", overall.max());
        else
            telling.say(
                    "unit.score-moved",
                    "score",
                    overall.score(),
                    "max",
                    overall.max(),
                    "before",
                    earlier.period().toString(),
                    "scoreBefore",
                    earlier.score(),
                    "change",
                    change);
    }

    private void decided(StagePoint point) {
        var decision = point.decision();
        var found = difference.after().found();
        var counts = point.stage();
        if (decision != null && decision.overridden() && found != null && counts != null)
            telling.say("decided.overridden", "found", stage(found), "to", stage(counts));
        if (decision != null && "correction".equals(decision.cause())) telling.say("decided.correction");
        if (decision != null && "model-version".equals(decision.cause())) telling.say("decided.model-version");
        if (point.proposed() != null)
            telling.say(
                    "correction".equals(waiting) ? "proposal.correction" : "proposal.assessment",
                    "stage",
                    stage(point.proposed()),
                    "period",
                    period);
    }

    /** The causes worth most, in either direction; of equal ones the first of the model. */
    private void why() {
        difference.causes().stream()
                .filter(it -> it.worth().share() != null && Math.abs(it.worth().share()) >= NOTHING)
                .sorted(Comparator.comparingDouble(UnitSummary::weight).reversed())
                .limit(MOST)
                .forEach(this::cause);
        var rest = difference.rest().share();
        if (rest != null && Math.abs(rest) >= NOTHING) telling.say("cause.rest", "worth", 100 * rest);
    }

    private static double weight(Cause cause) {
        var share = cause.worth().share();
        return share == null ? 0 : Math.abs(share);
    }

    private void cause(Cause cause) {
        var share = cause.worth().share();
        var question = cause.question();
        telling.say(
                "cause." + Words.of(cause.kind()),
                "question",
                question == null ? null : telling.question(model, question),
                "was",
                value(cause, cause.from()),
                "is",
                value(cause, cause.to()),
                "worth",
                share == null ? null : (Double) (100 * share),
                "movesStage",
                cause.worth().movesStage());
    }

    /** An option by its label, in the language of the summary. */
    private @Nullable Object value(Cause cause, @Nullable Object said) {
        var question = cause.question();
        if (said instanceof AnswerValue.Option option && question != null)
            return model.question(question)
                    .filter(it -> it.scale() instanceof Scale.Choice)
                    .flatMap(it -> ((Scale.Choice) it.scale())
                            .options().stream()
                                    .filter(label -> label.key().equals(option.key()))
                                    .findFirst())
                    .map(it -> telling.option(it))
                    .orElse(new Summary.Named(option.key(), option.key()));
        return switch (said) {
            case null -> null;
            case AnswerValue.Truth it -> it.value();
            case AnswerValue.Quantity it -> it.value().doubleValue();
            case Double number -> number;
            default -> said.toString();
        };
    }
}

package io.cairn.maturity;

import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From answers to a profile: a pure function, so a what-if is the same one on answers that nobody gave.
 *
 * <p>With {@code v} an answer's value 0..1, {@code w} its question's weight and sums over the questions that apply (not
 * n/a), a dimension scores {@code Σ w·v / Σ w}, unanswered questions counting 0; its coverage is the answered over the
 * applicable weight. Under {@link ScoringPolicy.Points} a score is {@code Σ w·v} and its max {@code Σ w}, so an n/a
 * answer lowers what can be reached, and thresholds follow. A dimension in which no question applies takes no part in
 * the overall score: its own shows the foot of the scale, its coverage 1, and {@code undetermined} says why.
 *
 * <p>A question that depends on another does not apply when the other does not, or is answered outside the condition;
 * while the other is unanswered it applies. An answer that needs evidence, none of which holds on the day, counts
 * {@link MaturityModel#expiredEvidence} times its value; a reviewer's points count whole.
 *
 * <p>Stages. Under {@link StageRule.Gated} a stage of a dimension without a question that applies neither passes nor
 * fails: the profile shows the stage proven below it together with an {@code undetermined} text that there may be
 * more, or no stage when none is proven below. Under the other rules the stage is null and {@code undetermined} says
 * why when less than the model's minimum coverage is answered. Without views the overall stage follows the rule; with
 * views it is the lowest of all mandatory dimensions, and a view's stage follows the rule within the view.
 *
 * <p>{@link Profile.Blocking#worth} is what the best answer to that question would add: under {@code gated} to the
 * share of its stage's weight in its dimension, 0..1, which is compared with the rule's threshold; else to the overall
 * score in the model's own unit (with views: to the score of its dimension). Under {@code gated} blocking questions
 * stand by stage, the lowest first, and in it by {@code w·(τ − v)⁺} as a share of the stage's weight, across
 * dimensions; a critical question by its own bound where that is higher. Else they stand by worth.
 *
 * <p>Bounds are met within 1e-9 and figures shown to 9 decimals, see {@link Figures}.
 */
public final class Scoring {
    private Scoring() {}

    /**
     * The profile of a set of answers under a model.
     *
     * @param answers as {@link Scale#accept accepted} by their questions; a question without one is unanswered, an
     *     answer to no question of the model does not count
     * @param asOf the day on which evidence counts as fresh or expired, as a rule the period's last
     * @throws io.cairn.language.InvalidValue when an answer is not on its question's scale
     */
    public static Profile profile(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate asOf) {
        var rule = Rule.of(model);
        var judging = new Judging(model, answers, asOf);
        var sheets = Sheet.of(model, judging);
        var score = Score.of(model.scoring(), sheets);
        var stage = overallStage(model, rule, sheets);
        return new Profile(
                overall(model, score, stage, rule.ifAllMended(sheets)),
                sheets.stream().map(sheet -> dimension(model, rule, sheet)).toList(),
                model.views().stream()
                        .map(view -> view(model, rule, view.key(), sheets))
                        .toList(),
                rule.blocking(sheets, stage),
                ConfidenceFigures.of(score.coverage(), judging.answers(), asOf));
    }

    /** The overall stage of {@link #profile} alone, at a fraction of its cost; null where the answers cannot tell it. */
    public static @Nullable StageRef stage(
            MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate asOf) {
        var sheets = Sheet.of(model, new Judging(model, answers, asOf));
        var stage = overallStage(model, Rule.of(model), sheets).stage(model);
        return stage == null ? null : stage.ref();
    }

    /** The points an answer gives: its value times the question's weight, or what a reviewer gave instead. Whether it is
     *  asked at all, and whether its evidence has expired, shows in a profile only. */
    public static double points(Question question, AgreedAnswer answer) {
        var points = answer.overriddenPoints();
        return Figures.shown(
                points != null
                        ? points.doubleValue()
                        : Judged.of(question, answer).points());
    }

    /** What one answer counts where its question is asked; null for no answer. */
    public static Worth worth(MaturityModel model, Question question, @Nullable AgreedAnswer answer, LocalDate asOf) {
        var said = Judged.of(question, answer);
        var lost = Judging.hasLostItsEvidence(model, question, answer, asOf);
        return new Worth(
                said.applicable(),
                said.answered(),
                said.value(),
                lost ? said.value() * model.expiredEvidence() : said.value());
    }

    private static Reading overallStage(MaturityModel model, Rule rule, List<Sheet> sheets) {
        if (model.views().isEmpty()) return rule.together(sheets);
        return Reading.lowest(
                model, Rule.mandatory(sheets).stream().map(rule::alone).toList());
    }

    private static Profile.Overall overall(
            MaturityModel model, Score score, Reading stage, @Nullable StageRef ifMended) {
        var told = model.views().isEmpty();
        return new Profile.Overall(
                told && !score.empty() ? (Double) Figures.shown(score.value()) : null,
                told ? (Double) Figures.shown(score.max()) : null,
                stage.stage(model),
                stage.why(),
                Figures.shown(score.coverage()),
                ifMended);
    }

    private static Profile.Dimension dimension(MaturityModel model, Rule rule, Sheet sheet) {
        var score = Score.of(model.scoring(), sheet.tally());
        var stage = rule.alone(sheet);
        return new Profile.Dimension(
                sheet.dimension().key(),
                sheet.dimension().view(),
                Figures.shown(score.value()),
                Figures.shown(score.max()),
                stage.stage(model),
                stage.why(),
                Figures.shown(score.coverage()),
                rule.skipped(sheet),
                rule.ifMended(sheet));
    }

    private static Profile.View view(MaturityModel model, Rule rule, String key, List<Sheet> all) {
        var sheets = all.stream()
                .filter(sheet -> key.equals(sheet.dimension().view()))
                .toList();
        var score = Score.of(model.scoring(), sheets);
        var stage = rule.together(sheets);
        return new Profile.View(
                key,
                Figures.shown(score.value()),
                Figures.shown(score.max()),
                stage.stage(model),
                stage.why(),
                Figures.shown(score.coverage()));
    }
}

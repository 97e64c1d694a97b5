package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

@PropertyDefaults(tries = 400, edgeCases = EdgeCasesMode.NONE)
class ScoringPropertiesTest {
    private static final double EPSILON = 2e-8;

    @Provide
    Arbitrary<Plan> plans() {
        return Plan.any();
    }

    @Provide
    Arbitrary<Plan> gated() {
        return Plan.gated();
    }

    @Provide
    Arbitrary<Plan> bandsWithoutViews() {
        return Plan.bandsWithoutViews();
    }

    @Property(tries = 1000)
    void a_better_answer_never_lowers_a_stage_or_a_score(@ForAll("plans") Plan plan, @ForAll Random random) {
        var index = random.nextInt(plan.questions().size());
        var before = plan.questions().get(index).answer();
        Assume.that(before != Plan.NOT_APPLICABLE);
        var better = random.nextInt(Math.max(0, before), 101);
        var answers = new LinkedHashMap<>(plan.answers());
        answers.put(new QuestionKey("q" + index), AgreedAnswer.of(Plan.answer(better)));

        notLower(score(plan.model(), plan.answers()), score(plan.model(), answers));
    }

    @Property
    void the_order_of_answers_never_matters(@ForAll("plans") Plan plan, @ForAll Random random) {
        var entries = new ArrayList<>(plan.answers().entrySet());
        Collections.shuffle(entries, random);
        var shuffled = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        entries.forEach(e -> shuffled.put(e.getKey(), e.getValue()));

        assertThat(score(plan.model(), shuffled)).isEqualTo(score(plan.model(), plan.answers()));
    }

    @Property
    void weights_scale_out(@ForAll("plans") Plan plan, @ForAll @IntRange(min = 1, max = 1000) int thousandths) {
        var factor = thousandths * 0.037;
        DoubleUnaryOperator scaled = weight -> weight * factor;
        var profile = score(plan.model(), plan.answers());
        var other = score(plan.model(scaled, scaled, Integer.MIN_VALUE), plan.answers());

        var points = plan.scoring() instanceof ScoringPolicy.Points;
        var unit = points ? factor : 1;
        var worth = points && !(plan.rule() instanceof StageRule.Gated) ? factor : 1;
        assertThat(stages(other)).isEqualTo(stages(profile));
        assertThat(other.overall().coverage()).isEqualTo(profile.overall().coverage(), within(EPSILON));
        close(other.overall().score(), profile.overall().score(), unit);
        for (var i = 0; i < profile.dimensions().size(); i++) {
            close(other.dimensions().get(i).score(), profile.dimensions().get(i).score(), unit);
            close(other.dimensions().get(i).max(), profile.dimensions().get(i).max(), unit);
            assertThat(other.dimensions().get(i).skipped().size())
                    .isEqualTo(profile.dimensions().get(i).skipped().size());
        }
        assertThat(sum(other.blocking())).isEqualTo(sum(profile.blocking()) * worth, within(EPSILON * 100 * worth));
    }

    @Property
    void every_figure_is_within_its_range(@ForAll("plans") Plan plan) {
        var profile = score(plan.model(), plan.answers());
        share(profile.overall().coverage());
        share(profile.confidence().coverage());
        for (var dimension : profile.dimensions()) {
            share(dimension.coverage());
            assertThat(dimension.score()).isBetween(lowest(plan), dimension.max());
            dimension.skipped().forEach(skipped -> share(skipped.achieved()));
        }
        for (var stage : stages(profile)) if (stage != null && stage.fraction() != null) share(stage.fraction());
        if (profile.overall().score() != null)
            assertThat(profile.overall().score())
                    .isBetween(lowest(plan), profile.overall().max());
        assertThat(profile.blocking()).allSatisfy(b -> assertThat(b.worth()).isNotNegative());
    }

    @Property
    void what_does_not_apply_counts_as_if_it_had_not_been_asked(@ForAll("plans") Plan plan) {
        var asked = score(plan.model(), plan.answers());
        var unasked = score(plan.model(w -> w, w -> w, Plan.NOT_APPLICABLE), plan.answers());

        assertThat(stages(asked)).isEqualTo(stages(unasked));
        assertThat(asked.blocking()).isEqualTo(unasked.blocking());
        assertThat(asked.overall().score()).isEqualTo(unasked.overall().score());
        assertThat(asked.overall().coverage()).isEqualTo(unasked.overall().coverage());
        assertThat(asked.dimensions())
                .extracting(Profile.Dimension::skipped)
                .isEqualTo(unasked.dimensions().stream()
                        .map(Profile.Dimension::skipped)
                        .toList());
    }

    @Property
    void where_nothing_applies_nothing_is_told(@ForAll("plans") Plan plan) {
        var nothing = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        for (var key : plan.model().questions().keySet())
            nothing.put(key, AgreedAnswer.of(Plan.answer(Plan.NOT_APPLICABLE)));
        var profile = score(plan.model(), nothing);

        assertThat(stages(profile)).containsOnlyNulls();
        assertThat(profile.overall().score()).isNull();
        assertThat(profile.overall().undetermined()).isNotBlank();
        assertThat(profile.overall().coverage()).isEqualTo(1);
        assertThat(profile.blocking()).isEmpty();
    }

    @Property
    void a_stage_is_missing_or_in_doubt_only_with_a_reason(@ForAll("plans") Plan plan) {
        var profile = score(plan.model(), plan.answers());
        assertThat(profile.overall().stage() == null && profile.overall().undetermined() == null)
                .isFalse();
        assertThat(profile.dimensions())
                .noneMatch(d -> d.stage() == null && d.undetermined() == null)
                .noneMatch(d ->
                        d.stage() != null && d.undetermined() != null && !(plan.rule() instanceof StageRule.Gated));
    }

    @Property(tries = 10_000) // a dimension short of answers beside one that holds the stage is rarely drawn
    void mending_all_that_blocks_leads_to_the_next_stage(@ForAll("plans") Plan plan) {
        var model = plan.model();
        var before = score(model, plan.answers());
        Assume.that(!before.blocking().isEmpty() && before.overall().undetermined() == null);
        var after = score(model, mended(plan, questions(before)));

        if (after.overall().undetermined() == null)
            assertThat(ordinal(after.overall().stage()))
                    .isGreaterThan(ordinal(before.overall().stage()));
    }

    @Property
    void as_long_as_something_can_be_mended_something_blocks(@ForAll("plans") Plan plan) {
        var profile = score(plan.model(), plan.answers());
        Assume.that(profile.overall().undetermined() == null);

        assertThat(profile.blocking().isEmpty())
                .isEqualTo(ordinal(profile.overall().stage()) == plan.stages());
    }

    @Property
    void a_question_is_worth_what_its_best_answer_adds_to_the_score(@ForAll("bandsWithoutViews") Plan plan) {
        var model = plan.model();
        var before = score(model, plan.answers());
        for (var blocking : before.blocking()) {
            var after = score(model, mended(plan, List.of(blocking.question())));
            assertThat(after.overall().score() - before.overall().score()).isEqualTo(blocking.worth(), within(EPSILON));
        }
    }

    @Property
    void mending_the_skipped_stages_leads_where_the_profile_says(@ForAll("gated") Plan plan) {
        var model = plan.model();
        var before = score(model, plan.answers());
        for (var i = 0; i < before.dimensions().size(); i++) {
            var dimension = before.dimensions().get(i);
            if (dimension.stageIfMended() == null) continue;
            var questions = dimension.skipped().stream()
                    .flatMap(s -> s.questions().stream())
                    .toList();
            var after = score(model, mended(plan, questions)).dimensions().get(i);
            assertThat(ordinal(after.stage()))
                    .isEqualTo(dimension.stageIfMended().ordinal());
            assertThat(after.skipped()).isEmpty();
        }
    }

    private static Profile score(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers) {
        return Scoring.profile(model, answers, Answers.DAY);
    }

    private static Map<QuestionKey, AgreedAnswer> mended(Plan plan, Collection<QuestionKey> questions) {
        var answers = new LinkedHashMap<>(plan.answers());
        questions.forEach(question -> answers.put(question, AgreedAnswer.of(Plan.answer(100))));
        return answers;
    }

    private static List<QuestionKey> questions(Profile profile) {
        return profile.blocking().stream().map(Profile.Blocking::question).toList();
    }

    private static double sum(List<Profile.Blocking> blocking) {
        return blocking.stream().mapToDouble(Profile.Blocking::worth).sum();
    }

    /** Of the whole, then of each dimension, then of each view. */
    private static List<Profile.@Nullable Stage> stages(Profile profile) {
        var stages = new ArrayList<Profile.@Nullable Stage>();
        stages.add(profile.overall().stage());
        profile.dimensions().forEach(d -> stages.add(d.stage()));
        profile.views().forEach(v -> stages.add(v.stage()));
        return stages;
    }

    private static void notLower(Profile before, Profile after) {
        for (var i = 0; i < stages(before).size(); i++) {
            var was = stages(before).get(i);
            var is = stages(after).get(i);
            assertThat(ordinal(is)).isGreaterThanOrEqualTo(ordinal(was));
            if (was != null && is != null && was.fraction() != null && is.fraction() != null)
                assertThat(is.ordinal() + is.fraction()).isGreaterThanOrEqualTo(was.ordinal() + was.fraction());
        }
        if (before.overall().score() != null)
            assertThat(after.overall().score())
                    .isGreaterThanOrEqualTo(before.overall().score());
        assertThat(after.overall().coverage())
                .isGreaterThanOrEqualTo(before.overall().coverage());
        for (var i = 0; i < before.dimensions().size(); i++)
            assertThat(after.dimensions().get(i).score())
                    .isGreaterThanOrEqualTo(before.dimensions().get(i).score());
        for (var i = 0; i < before.views().size(); i++)
            assertThat(after.views().get(i).score())
                    .isGreaterThanOrEqualTo(before.views().get(i).score());
    }

    /** Where no stage is told none is proven. */
    private static int ordinal(Profile.@Nullable Stage stage) {
        return stage == null ? 0 : stage.ordinal();
    }

    private static void close(@Nullable Double actual, @Nullable Double expected, double unit) {
        if (expected == null) assertThat(actual).isNull();
        else assertThat(actual).isEqualTo(expected * unit, within(EPSILON * unit));
    }

    private static double lowest(Plan plan) {
        return plan.scoring() instanceof ScoringPolicy.WeightedMean mean ? mean.min() : 0;
    }

    private static void share(double value) {
        assertThat(value).isBetween(0.0, 1.0);
    }
}

package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.language.AnswerValue;
import io.cairn.language.ModelRef;
import io.cairn.language.Profile;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What answers come to under the models that ship. */
class ShippedScoresTest {

    static Stream<MaturityModel> shipped() {
        return ShippedModels.all().stream().map(ModelFile::model);
    }

    static Stream<MaturityModel> gated() {
        return shipped().filter(model -> model.stageRule() instanceof StageRule.Gated);
    }

    static Stream<MaturityModel> bands() {
        return shipped().filter(model -> !(model.stageRule() instanceof StageRule.Gated));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_best_answer_to_everything_reaches_the_last_stage(MaturityModel model) {
        assertThat(stage(best(model, question -> true).profile()))
                .isEqualTo(model.stages().size());
    }

    @ParameterizedTest
    @MethodSource("gated")
    void every_stage_is_reached_by_saying_yes_up_to_it(MaturityModel model) {
        for (var reached = 0; reached <= model.stages().size(); reached++) {
            var stage = reached;
            var profile = best(model, question -> question.stage() <= stage).profile();
            assertThat(stage(profile)).as("yes up to %s", stage).isEqualTo(stage);
        }
    }

    /** One answer after the other becomes the best, so that every stage is met on the way up. */
    @ParameterizedTest
    @MethodSource("bands")
    void every_stage_of_a_model_of_bounds_is_met_on_the_way_up(MaturityModel model) {
        var met = new TreeSet<Integer>();
        var better = new HashSet<Question>();
        met.add(stage(best(model, better::contains).profile()));
        for (var question : model.questions().values()) {
            better.add(question);
            met.add(stage(best(model, better::contains).profile()));
        }
        assertThat(met)
                .containsExactlyElementsOf(
                        model.stages().stream().map(Stage::ordinal).toList());
    }

    @Test
    void engagement_without_optimization_is_the_foundation_with_a_skipped_stage() {
        var model = shipped("rutten-dmm", "1.0.0");
        var profile = best(model, question -> question.stage() != 2).profile();
        assertThat(stage(profile)).isEqualTo(1);
        assertThat(profile.dimensions()).allSatisfy(dimension -> {
            assertThat(dimension.skipped()).extracting(Profile.Skipped::key).containsExactly("optimization");
            assertThat(dimension.stageIfMended().ordinal()).isEqualTo(4);
        });
    }

    @Test
    void half_of_a_stage_does_not_pass_it() {
        var model = shipped("rutten-dmm", "1.0.0");
        var profile = best(model, question -> question.stage() == 1)
                .say("site-content-1a", false)
                .profile();
        assertThat(stage(profile)).isZero();
    }

    @Test
    void six_of_nine_variables_carry_the_stage_of_boufim_and_barka_and_five_do_not() {
        var model = shipped("boufim-barka-2021", "1.0.0");
        assertThat(stage(ahead(model, 6))).isEqualTo(3);
        assertThat(stage(ahead(model, 5))).isEqualTo(2);
    }

    private static Profile ahead(MaturityModel model, int dimensions) {
        var ahead = model.dimensions().subList(0, dimensions).stream()
                .flatMap(dimension -> dimension.questions().stream())
                .map(Question::key)
                .toList();
        return best(model, question -> question.stage() <= (ahead.contains(question.key()) ? 3 : 2))
                .profile();
    }

    @Test
    void the_two_views_of_the_reference_models_are_never_averaged() {
        var model = shipped("rsg-reference-models", "1.0.0");
        var profile = best(model, question -> question.key().value().startsWith("ent-"))
                .profile();
        assertThat(profile.overall().score()).isNull();
        assertThat(profile.views())
                .extracting(Profile.View::key, Profile.View::score)
                .containsExactly(tuple("enterprise", 1.0), tuple("customer", 0.0));
    }

    @Test
    void the_index_of_2010_weighs_online_services_a_little_more() {
        var profile = egdi("1.0.0").profile();
        assertThat(profile.overall().score()).isEqualTo(0.34 * 0.9 + 0.33 * 0.6 + 0.33 * 0.3);
        assertThat(profile.overall().stage().key()).isEqualTo("high");
    }

    @Test
    void from_2012_on_the_three_indices_weigh_the_same() {
        var profile = egdi("2.0.0").profile();
        assertThat(profile.overall().score()).isEqualTo(0.6);
        assertThat(profile.overall().stage().key()).isEqualTo("high");
    }

    @Test
    void a_state_that_misses_an_index_has_no_stage() {
        var profile = Answers.to(shipped("egdi", "1.0.0"))
                .say("osi", 0.9)
                .say("hci", 0.9)
                .profile();
        assertThat(profile.overall().stage()).isNull();
        assertThat(profile.overall().undetermined()).isNotBlank();
    }

    @Test
    void open_data_maturity_adds_points_up() {
        var profile = Answers.to(shipped("odm-2023", "1.0.0"))
                .say("1", "yes")
                .say("2", "not applicable")
                .say("3", "no")
                .say("27a", "YES,  6-9")
                .say("128a", "71-90%")
                .say("128c", "<10%")
                .say("115", ">90%")
                .profile();
        assertThat(profile.dimensions())
                .extracting(dimension -> dimension.key().value(), Profile.Dimension::score, Profile.Dimension::max)
                .containsExactly(
                        tuple("policy", 75.0, 640.0),
                        tuple("impact", 0.0, 600.0),
                        tuple("portal", 0.0, 650.0),
                        tuple("quality", 38.0, 650.0));
        assertThat(profile.overall().score()).isEqualTo(113);
        assertThat(profile.overall().max()).isEqualTo(2540);
        assertThat(profile.overall().stage().key()).isEqualTo("beginner");
    }

    @Test
    void the_groups_of_open_data_maturity_start_at_their_bounds() {
        var model = shipped("odm-2023", "1.0.0");
        var all = best(model, question -> true);
        assertThat(all.profile().overall().stage().key()).isEqualTo("trend-setter");
        for (var question : model.dimensions().get(3).questions())
            all.say(question.key().value(), worst(question.scale()));
        assertThat(all.profile().overall().stage().key()).isEqualTo("follower");
    }

    private static Answers egdi(String version) {
        return Answers.to(shipped("egdi", version))
                .say("osi", 0.9)
                .say("hci", 0.6)
                .say("tii", 0.3);
    }

    private static MaturityModel shipped(String key, String version) {
        return ShippedModels.find(ModelRef.of(key, version)).orElseThrow().model();
    }

    private static int stage(Profile profile) {
        return profile.overall().stage().ordinal();
    }

    /** The best answer to the questions that fit, the worst to all others. */
    private static Answers best(MaturityModel model, Predicate<Question> questions) {
        var answers = Answers.to(model);
        for (var question : model.questions().values())
            answers.say(
                    question.key().value(),
                    questions.test(question) ? best(question.scale()) : worst(question.scale()));
        return answers;
    }

    private static AnswerValue best(Scale scale) {
        return sayable(scale).max(Comparator.comparingDouble(scale::value)).orElseThrow();
    }

    private static AnswerValue worst(Scale scale) {
        return sayable(scale).min(Comparator.comparingDouble(scale::value)).orElseThrow();
    }

    private static Stream<AnswerValue> sayable(Scale scale) {
        return switch (scale) {
            case Scale.Truth ignored -> Stream.of(AnswerValue.of(true), AnswerValue.of(false));
            case Scale.Choice choice -> choice.options().stream().map(option -> AnswerValue.of(option.key()));
            case Scale.Likert likert -> Stream.of(AnswerValue.of(1), AnswerValue.of(likert.levels()));
            case Scale.Numeric numeric -> Stream.of(quantity(numeric.min()), quantity(numeric.max()));
            case Scale.Percent ignored -> Stream.of(AnswerValue.of(0), AnswerValue.of(100));
        };
    }

    private static AnswerValue quantity(BigDecimal number) {
        return new AnswerValue.Quantity(number);
    }
}

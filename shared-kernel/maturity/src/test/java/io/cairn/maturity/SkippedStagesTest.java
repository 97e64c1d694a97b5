package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.critical;
import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static io.cairn.maturity.ModelBuilder.yesNo;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.ModelRef;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Guus Rutten, Digital Maturity Model (blog.gxsoftware.com/digital-maturity-model): Foundation, Optimization,
 * Engagement, Orchestration; companies that go after engagement without having linked and used their data have skipped
 * a stage, and what they build stands on nothing.
 */
class SkippedStagesTest {
    private static final ModelBuilder RUTTEN = model().stages(4)
            .dimension(
                    "data",
                    yesNo("analytics-checked", 1),
                    yesNo("forms-reach-crm", 1),
                    yesNo("tag-plan", 2),
                    yesNo("data-joined", 2),
                    yesNo("history-per-person", 3),
                    yesNo("consent-with-profile", 3),
                    yesNo("one-customer-view", 4),
                    yesNo("accuracy-reported", 4));

    private static Answers engagedButNotOptimized() {
        return Answers.to(RUTTEN)
                .say("analytics-checked", true)
                .say("forms-reach-crm", true)
                .say("tag-plan", true)
                .say("data-joined", false)
                .say("history-per-person", true)
                .say("consent-with-profile", true)
                .say("one-customer-view", false)
                .say("accuracy-reported", false);
    }

    @Test
    void engagement_without_optimization_is_found_and_explained() {
        var dimension = engagedButNotOptimized().profile().dimensions().getFirst();
        assertThat(dimension.stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.5));
        assertThat(dimension.skipped())
                .containsExactly(new Profile.Skipped(2, "stage-2", 0.5, List.of(new QuestionKey("data-joined"))));
        assertThat(dimension.stageIfMended()).isEqualTo(new StageRef(3, "stage-3"));
    }

    @Test
    void the_overall_stage_there_would_be_is_the_lowest_of_all_dimensions_once_mended() {
        var model = model().stages(3)
                .dimension("skips", yesNo("a", 1), yesNo("b", 2), yesNo("c", 3))
                .dimension("behind", yesNo("x", 1), yesNo("y", 2), yesNo("z", 3));
        var answers = Answers.to(model).say("a", true).say("c", true).say("x", true);
        assertThat(answers.profile().overall().stageIfMended()).isEqualTo(new StageRef(1, "stage-1"));
        answers.say("y", true);
        assertThat(answers.profile().overall().stageIfMended()).isEqualTo(new StageRef(2, "stage-2"));
        answers.say("b", true);
        assertThat(answers.profile().overall().stageIfMended()).isNull();
    }

    @Test
    void under_a_quorum_it_is_the_stage_that_enough_dimensions_would_have_reached() {
        var model = model().stages(3)
                .quorum(0.8, 0.6)
                .dimension("skips", 2, yesNo("a", 1), yesNo("b", 2), yesNo("c", 3))
                .dimension("behind", 1, yesNo("x", 1), yesNo("y", 2), yesNo("z", 3));
        var profile = Answers.to(model).say("a", true).say("c", true).profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
        assertThat(profile.overall().stageIfMended()).isEqualTo(new StageRef(3, "stage-3"));
    }

    @Test
    void a_what_if_with_the_stage_mended_says_the_same() {
        var mended = engagedButNotOptimized()
                .say("data-joined", true)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(mended.stage().ordinal()).isEqualTo(3);
        assertThat(mended.skipped()).isEmpty();
        assertThat(mended.stageIfMended()).isNull();
    }

    @Test
    void the_shipped_model_explains_it_in_every_dimension() {
        var model = ShippedModels.find(ModelRef.of("rutten-dmm", "1.0.0"))
                .orElseThrow()
                .model();
        var answers = Answers.to(model);
        for (var question : model.questions().values())
            answers.say(question.key().value(), question.stage() == 1 || question.stage() == 3);
        var profile = answers.profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "foundation", 0.0));
        assertThat(profile.dimensions())
                .allSatisfy(d -> assertThat(d.skipped())
                        .singleElement()
                        .satisfies(s -> assertThat(s.key()).isEqualTo("optimization"))
                        .satisfies(s -> assertThat(s.questions()).hasSize(2)))
                .allSatisfy(d -> assertThat(d.stageIfMended()).isEqualTo(new StageRef(3, "engagement")));
        assertThat(profile.blocking())
                .hasSize(10)
                .allSatisfy(b -> assertThat(b.worth()).isEqualTo(0.5));
    }

    @Test
    void a_stage_not_reached_yet_is_not_skipped() {
        var dimension = Answers.to(RUTTEN)
                .say("analytics-checked", true)
                .say("forms-reach-crm", true)
                .say("history-per-person", true)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(dimension.skipped()).isEmpty();
    }

    @Test
    void several_skipped_stages_are_mended_from_the_lowest_and_best_questions_first() {
        var dimension = Answers.to(model().stages(4)
                        .dimension(
                                "d",
                                percent("a", 1),
                                percent("b-light", 2, 1),
                                percent("b-heavy", 2, 3),
                                percent("b-fine", 2, 1),
                                percent("c", 3),
                                percent("e", 4)))
                .say("a", 60)
                .say("b-light", 0)
                .say("b-heavy", 50)
                .say("b-fine", 80)
                .say("c", 100)
                .say("e", 100)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(dimension.skipped()).extracting(Profile.Skipped::ordinal).containsExactly(1, 2);
        assertThat(dimension.skipped().get(1).achieved()).isEqualTo(0.46);
        assertThat(dimension.skipped().get(1).questions())
                .as("3·(.8−.5) = .9 before 1·(.8−0) = .8")
                .containsExactly(new QuestionKey("b-heavy"), new QuestionKey("b-light"));
        assertThat(dimension.stageIfMended().ordinal()).isEqualTo(4);
    }

    @Test
    void a_light_question_far_behind_may_come_before_a_heavy_one() {
        var dimension = Answers.to(model().stages(2)
                        .dimension("d", percent("heavy", 1, 2), percent("light", 1, 1), percent("b", 2)))
                .say("heavy", 50)
                .say("light", 0)
                .say("b", 100)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(dimension.skipped().getFirst().questions())
                .as("1·(.8−0) = .8 before 2·(.8−.5) = .6")
                .containsExactly(new QuestionKey("light"), new QuestionKey("heavy"));
    }

    @Test
    void a_stage_skipped_for_a_critical_question_alone_names_that_question() {
        var dimension = Answers.to(model().stages(2)
                        .dimension("d", percent("a", 1, 9), critical("must", 1, 0.95), percent("b", 2)))
                .say("a", 100)
                .say("must", 90)
                .say("b", 100)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(dimension.skipped())
                .singleElement()
                .satisfies(s -> assertThat(s.questions()).containsExactly(new QuestionKey("must")));
        assertThat(dimension.stageIfMended().ordinal()).isEqualTo(2);
    }

    @Test
    void the_stage_if_mended_ends_before_a_higher_stage_that_fails_for_another_reason() {
        var dimension = Answers.to(
                        model().stages(2).dimension("d", percent("a", 1), percent("b", 2, 9), critical("must", 2, 0.5)))
                .say("a", 0)
                .say("b", 100)
                .say("must", 0)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(dimension.skipped()).extracting(Profile.Skipped::ordinal).containsExactly(1);
        assertThat(dimension.stageIfMended().ordinal()).isEqualTo(1);
    }

    @Test
    void a_stage_of_which_nothing_applies_is_not_called_skipped() {
        var dimension = Answers.to(model().stages(3).dimension("d", percent("a", 1), percent("b", 2), percent("c", 3)))
                .say("a", 100)
                .notApplicable("b")
                .say("c", 100)
                .profile()
                .dimensions()
                .getFirst();
        assertThat(dimension.skipped()).isEmpty();
        assertThat(dimension.undetermined()).contains("stage 2");
    }
}

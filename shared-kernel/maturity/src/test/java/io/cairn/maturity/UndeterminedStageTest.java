package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Profile;
import org.junit.jupiter.api.Test;

/** A stage that demands nothing of a unit neither passes nor fails. */
class UndeterminedStageTest {
    private static final ModelBuilder NO_SECOND =
            model().stages(3).dimension("plan", percent("p1", 1), percent("p3", 3));
    private static final ModelBuilder LADDER =
            model().stages(3).dimension("plan", percent("p1", 1), percent("p2", 2), percent("p3", 3));

    @Test
    void a_stage_without_questions_is_never_a_silent_pass() {
        var dimension = Answers.to(NO_SECOND).all(100).profile().dimensions().getFirst();
        assertThat(dimension.stage())
                .as("what is proven below it stands")
                .isEqualTo(new Profile.Stage(1, "stage-1", null));
        assertThat(dimension.undetermined())
                .isEqualTo(
                        "In dimension “plan” stage 2 (Stage 2) has no questions, so nothing can be told from there on.");
    }

    @Test
    void nor_is_one_of_which_nothing_applies() {
        var overall = Answers.to(LADDER).all(100).notApplicable("p2").profile().overall();
        assertThat(overall.stage().ordinal()).isEqualTo(1);
        assertThat(overall.undetermined())
                .isEqualTo(
                        "In dimension “plan” stage 2 (Stage 2) has only questions that do not apply, so nothing can be"
                                + " told from there on.");
    }

    @Test
    void nothing_is_told_when_nothing_is_proven_below() {
        var profile = Answers.to(LADDER).all(100).notApplicable("p1").profile();
        assertThat(profile.overall().stage()).isNull();
        assertThat(profile.overall().undetermined()).contains("stage 1");
        assertThat(profile.dimensions().getFirst().stage()).isNull();
    }

    @Test
    void a_stage_below_that_fails_is_told_all_the_same() {
        var profile = Answers.to(LADDER).all(0).notApplicable("p2").profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.0));
        assertThat(profile.overall().undetermined()).isNull();
    }

    @Test
    void a_reviewer_may_give_points_where_the_answer_was_not_applicable() {
        var answers = Answers.to(LADDER).all(100).notApplicable("p2").overridden("p2", "1");
        assertThat(answers.profile().overall().stage().ordinal()).isEqualTo(3);
        assertThat(answers.profile().overall().undetermined()).isNull();
    }

    @Test
    void a_weaker_dimension_tells_the_whole_where_another_cannot() {
        var model =
                model().stages(2).dimension("a", percent("a2", 2)).dimension("b", percent("b1", 1), percent("b2", 2));
        assertThat(Answers.to(model).say("b1", 0).profile().overall().stage().ordinal())
                .isZero();
        var unknown = Answers.to(model).all(100).profile().overall();
        assertThat(unknown.stage()).isNull();
        assertThat(unknown.undetermined()).startsWith("In dimension “a” stage 1 (Stage 1) has no questions");
    }

    @Test
    void the_whole_is_told_as_far_as_it_is_proven() {
        var model = model().stages(3)
                .dimension("a", percent("a1", 1), percent("a3", 3))
                .dimension("b", percent("b1", 1), percent("b2", 2), percent("b3", 3));
        var overall = Answers.to(model).all(100).profile().overall();
        assertThat(overall.stage()).isEqualTo(new Profile.Stage(1, "stage-1", null));
        assertThat(overall.undetermined()).startsWith("In dimension “a” stage 2");
    }

    @Test
    void a_quorum_is_told_when_it_is_reached_without_the_one_that_cannot_tell() {
        var model = model().stages(1)
                .quorum(0.8, 0.5)
                .dimension("a")
                .dimension("b", percent("b1", 1))
                .dimension("c", percent("c1", 1));
        assertThat(Answers.to(model).say("b1", 100).say("c1", 100).profile().overall())
                .satisfies(o -> assertThat(o.stage().ordinal()).isEqualTo(1))
                .satisfies(o -> assertThat(o.undetermined()).isNull());
        assertThat(Answers.to(model).say("b1", 100).profile().overall())
                .satisfies(o -> assertThat(o.stage()).isNull())
                .satisfies(o -> assertThat(o.undetermined()).startsWith("In dimension “a” stage 1"));
    }

    @Test
    void when_nothing_applies_at_all_there_is_no_score_and_no_stage() {
        var profile = Answers.to(LADDER).notApplicable("p1", "p2", "p3").profile();
        assertThat(profile.overall())
                .satisfies(o -> assertThat(o.score()).isNull())
                .satisfies(o -> assertThat(o.stage()).isNull())
                .satisfies(o -> assertThat(o.undetermined()).isNotBlank())
                .satisfies(o ->
                        assertThat(o.coverage()).as("nothing is left to answer").isEqualTo(1));
        assertThat(profile.blocking()).isEmpty();
    }

    @Test
    void a_dimension_in_which_nothing_applies_takes_no_part_in_the_overall_score() {
        var profile = Answers.to(
                        model().stages(1).dimension("a", 3, percent("a1", 1)).dimension("b", 1, percent("b1", 1)))
                .notApplicable("a1")
                .say("b1", 60)
                .profile();
        assertThat(profile.overall().score()).isEqualTo(0.6);
        assertThat(profile.overall().coverage()).isEqualTo(1);
        assertThat(profile.dimensions().getFirst().score()).isZero();
        assertThat(profile.dimensions().getFirst().undetermined()).isNotBlank();
    }
}

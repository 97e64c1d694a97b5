package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.critical;
import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.DimensionKey;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import org.junit.jupiter.api.Test;

class BlockingTest {

    @Test
    void of_a_gated_model_those_of_the_next_stage_block_and_are_worth_their_share_of_it() {
        var profile = Answers.to(model().stages(3)
                        .dimension(
                                "d",
                                percent("a", 1),
                                percent("b", 2, 3),
                                percent("c", 2, 1),
                                percent("fine", 2, 1),
                                percent("later", 3)))
                .say("a", 100)
                .say("b", 70)
                .say("fine", 80)
                .profile();
        assertThat(profile.overall().stage().fraction()).isEqualTo(0.58);
        assertThat(profile.blocking())
                .containsExactly(
                        new Profile.Blocking(new QuestionKey("c"), new DimensionKey("d"), 2, 0.2),
                        new Profile.Blocking(new QuestionKey("b"), new DimensionKey("d"), 2, 0.18));
    }

    @Test
    void the_lowest_stage_goes_first_across_dimensions_and_in_it_the_largest_gap_to_the_threshold() {
        var profile = Answers.to(model().stages(2)
                        .quorum(0.8, 0.6)
                        .dimension("ahead", 2, percent("a", 1), percent("next", 2), percent("half", 2))
                        .dimension("other", 2, percent("x", 1), percent("y", 2))
                        .dimension("behind", 1, percent("first", 1, 1), percent("near", 1, 9)))
                .say("a", 100)
                .say("next", 0)
                .say("half", 60)
                .say("x", 100)
                .say("y", 72)
                .say("first", 0)
                .say("near", 75)
                .profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
        assertThat(profile.blocking())
                .extracting(b -> b.question().value(), Profile.Blocking::stage)
                .containsExactly(
                        tuple("first", 1), tuple("near", 1), tuple("next", 2), tuple("half", 2), tuple("y", 2));
        assertThat(profile.blocking().getFirst().worth())
                .isLessThan(profile.blocking().get(1).worth());
    }

    @Test
    void a_critical_question_is_as_far_from_its_own_bound_as_that_is_higher() {
        var profile = Answers.to(model().stages(1).dimension("d", critical("must", 1, 1), percent("may", 1)))
                .say("must", 80)
                .say("may", 70)
                .profile();
        assertThat(profile.blocking()).extracting(b -> b.question().value()).containsExactly("must", "may");
    }

    @Test
    void an_answered_question_at_the_threshold_blocks_nothing_but_an_unanswered_one_does() {
        var profile = Answers.to(model().stages(1).gated(0, 1).dimension("d", percent("said", 1), percent("open", 1)))
                .say("said", 0)
                .profile();
        assertThat(profile.blocking()).extracting(b -> b.question().value()).containsExactly("open");
    }

    @Test
    void what_does_not_apply_blocks_nothing() {
        var profile = Answers.to(model().stages(1).dimension("d", percent("a", 1), percent("b", 1)))
                .say("a", 10)
                .notApplicable("b")
                .profile();
        assertThat(profile.blocking())
                .extracting(b -> b.question().value(), Profile.Blocking::worth)
                .containsExactly(tuple("a", 0.9));
    }

    @Test
    void of_a_model_of_bounds_every_point_missing_blocks_and_is_worth_itself() {
        var profile = Answers.to(model().points()
                        .thresholds(0.0, 0.9)
                        .dimension("d", percent("a", 1, 30), percent("b", null, 20), percent("full", null, 10)))
                .say("a", 90)
                .say("b", 50)
                .say("full", 100)
                .profile();
        assertThat(profile.blocking())
                .containsExactly(
                        new Profile.Blocking(new QuestionKey("b"), new DimensionKey("d"), null, 10),
                        new Profile.Blocking(new QuestionKey("a"), new DimensionKey("d"), 1, 3));
    }

    @Test
    void of_a_weighted_mean_a_question_is_worth_what_it_would_add_to_the_overall_score() {
        var answers = Answers.to(model().scale(1, 5)
                        .mean(StageRule.Rounding.FLOOR)
                        .dimension("heavy", 3, percent("a", null, 1), percent("b", null, 4))
                        .dimension("light", 1, percent("c", null, 9))
                        .dimension("none", 2, percent("n", null)))
                .say("a", 0)
                .say("b", 50)
                .say("c", 0)
                .notApplicable("n");
        var before = answers.profile();
        assertThat(before.blocking())
                .extracting(b -> b.question().value(), Profile.Blocking::worth)
                .containsExactly(tuple("b", 1.2), tuple("c", 1.0), tuple("a", 0.6));
        assertThat(answers.say("b", 100).profile().overall().score())
                .isEqualTo(before.overall().score() + 1.2, within(1e-9));
    }

    @Test
    void where_too_little_is_answered_it_is_the_open_questions_that_block() {
        var profile = Answers.to(model().thresholds(0.0, 0.5)
                        .minimumCoverage(0.9)
                        .dimension("d", percent("said", null), percent("open", null)))
                .say("said", 0)
                .profile();
        assertThat(profile.blocking())
                .extracting(b -> b.question().value(), Profile.Blocking::worth)
                .containsExactly(tuple("open", 0.5));
    }

    @Test
    void nothing_blocks_at_the_last_stage() {
        var profile = Answers.to(model().thresholds(0.0, 0.5).dimension("d", percent("a", null)))
                .say("a", 60)
                .profile();
        assertThat(profile.blocking()).isEmpty();
    }

    @Test
    void a_dimension_that_weighs_nothing_blocks_nothing() {
        var profile = Answers.to(model().thresholds(0.0, 0.5).dimension("d", 0, percent("a", null)))
                .say("a", 10)
                .profile();
        assertThat(profile.blocking()).isEmpty();
        assertThat(profile.overall().stage()).isNull();
    }
}

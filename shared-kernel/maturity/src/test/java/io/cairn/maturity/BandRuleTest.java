package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandRuleTest {
    private static final ModelBuilder QUARTERS =
            model().thresholds(0.0, 0.25, 0.5, 0.75).minimumCoverage(0.5).dimension("d", percent("a", null));

    @ParameterizedTest
    @CsvSource({"0, 1, 0.0", "24, 1, 0.96", "25, 2, 0.0", "50, 3, 0.0", "74, 3, 0.96", "75, 4,", "100, 4,"})
    void a_stage_starts_at_its_bound(double answer, int stage, Double fraction) {
        var profile = Answers.to(QUARTERS).say("a", answer).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(stage, "stage-" + stage, fraction));
        assertThat(profile.dimensions().getFirst().stage())
                .isEqualTo(profile.overall().stage());
    }

    @Test
    void too_few_answers_tell_no_stage_and_the_text_says_how_many_it_takes() {
        var model = model().thresholds(0.0, 0.5)
                .minimumCoverage(0.8)
                .dimension("d", percent("a", null), percent("b", null), percent("c", null));
        var overall = Answers.to(model).say("a", 100).say("b", 100).profile().overall();
        assertThat(overall.stage()).isNull();
        assertThat(overall.undetermined()).isEqualTo("66.6 % is answered; a stage is told from 80 % on.");
        assertThat(overall.score()).isEqualTo(0.666666667);
        assertThat(Answers.to(model)
                        .say("a", 100)
                        .say("b", 100)
                        .say("c", 0)
                        .profile()
                        .overall()
                        .stage()
                        .ordinal())
                .isEqualTo(2);
    }

    @Test
    void too_few_answers_to_one_dimension_leave_the_others_theirs() {
        var profile = Answers.to(model().thresholds(0.0, 0.5)
                        .minimumCoverage(0.4)
                        .dimension("a", percent("a1", null))
                        .dimension("b", percent("b1", null)))
                .say("a1", 100)
                .profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(2);
        assertThat(profile.dimensions().get(0).stage().ordinal()).isEqualTo(2);
        assertThat(profile.dimensions().get(1).stage()).isNull();
        assertThat(profile.dimensions().get(1).undetermined())
                .isEqualTo("0 % of dimension “b” is answered; a stage is told from 40 % on.");
    }

    @Test
    void when_nothing_applies_there_is_nothing_to_tell_a_stage_from() {
        var overall = Answers.to(QUARTERS).notApplicable("a").profile().overall();
        assertThat(overall.stage()).isNull();
        assertThat(overall.undetermined()).isEqualTo("No question applies, so there is nothing to tell a stage from.");
    }

    @Test
    void bounds_are_shares_of_the_way_from_the_lowest_score_to_the_highest() {
        var profile = Answers.to(model().scale(1, 5).thresholds(0.0, 0.5).dimension("d", percent("a", null)))
                .say("a", 50)
                .profile();
        assertThat(profile.overall().score()).isEqualTo(3);
        assertThat(profile.overall().max()).isEqualTo(5);
        assertThat(profile.overall().stage().ordinal()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOOR, 0, 1, 0.0", "FLOOR, 24, 1, 0.96", "FLOOR, 25, 2, 0.0", "FLOOR, 99, 4, 0.96", "FLOOR, 100, 5,",
        "HALF_UP, 0, 1, 0.0", "HALF_UP, 12, 1, 0.96", "HALF_UP, 12.5, 2, 0.0", "HALF_UP, 25, 2, 0.5",
                "HALF_UP, 87.5, 5,"
    })
    void a_mean_on_a_scale_of_1_to_5_is_rounded_to_a_stage(
            StageRule.Rounding rounding, double answer, int stage, Double fraction) {
        var profile = Answers.to(model().scale(1, 5).mean(rounding).dimension("d", percent("a", null)))
                .say("a", answer)
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(stage, "stage-" + stage, fraction));
    }

    @ParameterizedTest
    @CsvSource({
        "FLOOR, 33, 0, 0.99",
        "FLOOR, 34, 1, 0.02",
        "HALF_UP, 10, 0, 0.6",
        "HALF_UP, 17, 1, 0.01",
        "FLOOR, 100, 3,"
    })
    void a_mean_on_a_scale_from_0_may_be_below_the_first_stage(
            StageRule.Rounding rounding, double answer, int stage, Double fraction) {
        var profile = Answers.to(model().stages(3).scale(0, 3).mean(rounding).dimension("d", percent("a", null)))
                .say("a", answer)
                .profile();
        assertThat(profile.overall().stage())
                .isEqualTo(new Profile.Stage(stage, stage == 0 ? "none" : "stage-" + stage, fraction));
    }

    @Test
    void a_mean_that_is_a_half_on_paper_is_rounded_up() {
        var model = model().stages(3)
                .scale(0, 3)
                .mean(StageRule.Rounding.HALF_UP)
                .dimension("d", percent("a", null), percent("b", null), percent("c", null));
        var profile = Answers.to(model).say("a", 10).say("b", 20).say("c", 20).profile();
        assertThat(profile.overall().score()).isEqualTo(0.5);
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void a_total_of_points_that_counts_stages_is_not_more_than_the_last() {
        var profile = Answers.to(model().stages(2)
                        .points()
                        .mean(StageRule.Rounding.FLOOR)
                        .dimension("d", percent("a", null, 7)))
                .say("a", 100)
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(2, "stage-2", null));
    }

    @Test
    void a_total_of_points_starts_from_none() {
        var profile = Answers.to(model().stages(2)
                        .points()
                        .mean(StageRule.Rounding.HALF_UP)
                        .dimension("d", percent("a", null, 2)))
                .say("a", 10)
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.4));
    }
}

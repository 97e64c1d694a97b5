package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Points are summed and never averaged. */
class PointsTest {
    private static final ModelBuilder POINTS = model().points()
            .thresholds(0.0, 0.5, 0.9)
            .dimension("policy", 7, percent("a", null, 30), percent("b", null, 10))
            .dimension("impact", 1, percent("c", null, 60));

    @Test
    void a_dimension_and_the_whole_score_the_sum_of_their_points_whatever_the_dimensions_weigh() {
        var profile = Answers.to(POINTS).say("a", 50).say("b", 100).say("c", 10).profile();
        assertThat(profile.dimensions()).extracting(Profile.Dimension::score).containsExactly(25.0, 6.0);
        assertThat(profile.dimensions()).extracting(Profile.Dimension::max).containsExactly(40.0, 60.0);
        assertThat(profile.overall().score()).isEqualTo(31);
        assertThat(profile.overall().max()).isEqualTo(100);
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.62));
    }

    @Test
    void what_does_not_apply_lowers_what_can_be_reached() {
        var profile =
                Answers.to(POINTS).say("a", 50).say("b", 100).notApplicable("c").profile();
        assertThat(profile.overall().score()).isEqualTo(25);
        assertThat(profile.overall().max()).isEqualTo(40);
        assertThat(profile.overall().stage().ordinal()).isEqualTo(2);
        assertThat(profile.dimensions().get(1).max()).isZero();
        assertThat(profile.dimensions().get(1).coverage()).isEqualTo(1);
    }

    @Test
    void coverage_is_the_share_of_points_that_have_an_answer() {
        assertThat(Answers.to(POINTS).say("a", 0).profile().overall().coverage())
                .isEqualTo(0.3);
    }

    @Test
    void a_reviewers_points_stand_instead_of_the_answers() {
        var profile = Answers.to(POINTS)
                .say("a", 100)
                .overridden("a", "12.5")
                .say("b", 100)
                .say("c", 0)
                .profile();
        assertThat(profile.dimensions().getFirst().score()).isEqualTo(22.5);
        assertThat(profile.blocking().stream().filter(b -> b.question().value().equals("a")))
                .singleElement()
                .satisfies(b -> assertThat(b.worth()).isEqualTo(17.5));
    }

    @Test
    void a_reviewers_points_count_under_a_mean_as_their_share_of_the_weight() {
        var profile = Answers.to(model().stages(1).dimension("d", percent("a", 1, 4), percent("b", 1, 4)))
                .say("a", 0)
                .overridden("a", "3")
                .say("b", 100)
                .profile();
        assertThat(profile.overall().score()).isEqualTo(0.875);
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void an_answer_gives_its_value_times_the_weight_unless_a_reviewer_says_otherwise() {
        var model = POINTS.build();
        var question = model.question(new QuestionKey("a")).orElseThrow();
        var answers = Answers.to(model).say("a", 10).asMap();
        var answer = answers.get(question.key());
        assertThat(Scoring.points(question, answer)).isEqualTo(3);
        assertThat(Scoring.points(question, new AgreedAnswer(answer.answer(), BigDecimal.TEN)))
                .isEqualTo(10);
        var none = Answers.to(model).notApplicable("a").asMap().get(question.key());
        assertThat(Scoring.points(question, none)).isZero();
    }

    @Test
    void a_question_that_weighs_nothing_counts_nothing_even_with_points() {
        var profile = Answers.to(
                        model().points().thresholds(0.0).dimension("d", percent("a", null, 0), percent("b", null, 1)))
                .say("a", 100)
                .overridden("a", "5")
                .say("b", 100)
                .profile();
        assertThat(profile.overall().score()).isEqualTo(1);
    }
}

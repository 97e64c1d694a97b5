package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.language.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views are scored each by itself; nothing is averaged across them. */
class ViewsTest {
    private static ModelBuilder twoViews() {
        return model().stages(2)
                .view("enterprise")
                .view("customer")
                .dimensionOf("enterprise", "systems", percent("s1", 1), percent("s2", 2))
                .dimensionOf("enterprise", "security", percent("p1", 1), percent("p2", 2))
                .dimensionOf("customer", "sales", percent("c1", 1), percent("c2", 2));
    }

    private static Answers someAnswers(ModelBuilder model) {
        return Answers.to(model).all(100).say("s1", 50).say("p2", 40).say("c2", 60);
    }

    @Test
    void a_model_with_views_has_no_overall_score() {
        var overall = someAnswers(twoViews()).profile().overall();
        assertThat(overall.score()).isNull();
        assertThat(overall.max()).isNull();
        assertThat(overall.coverage()).isEqualTo(1);
    }

    @Test
    void its_stage_is_that_of_the_lowest_mandatory_dimension() {
        assertThat(someAnswers(twoViews()).profile().overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.5));
    }

    @Test
    void each_view_has_a_score_and_a_stage_of_its_own() {
        var views = someAnswers(twoViews()).profile().views();
        assertThat(views)
                .containsExactly(
                        new Profile.View("enterprise", 0.725, 1, new Profile.Stage(0, "none", 0.5), null, 1),
                        new Profile.View("customer", 0.8, 1, new Profile.Stage(1, "stage-1", 0.6), null, 1));
    }

    @Test
    void a_quorum_is_one_of_dimensions_of_a_view_and_never_lets_one_view_make_up_for_another() {
        var profile = someAnswers(twoViews().quorum(0.8, 0.5)).profile();
        assertThat(profile.views()).extracting(v -> v.stage().ordinal()).containsExactly(1, 1);
        assertThat(profile.overall().stage().ordinal()).isZero();
    }

    @Test
    void the_score_of_a_view_says_its_stage_where_the_rule_is_one_of_bounds() {
        var profile = Answers.to(twoViews().thresholds(0.0, 0.6))
                .all(100)
                .say("s1", 0)
                .say("s2", 0)
                .profile();
        assertThat(profile.views()).extracting(v -> v.stage().ordinal()).containsExactly(1, 2);
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.0));
        assertThat(profile.blocking())
                .as("only the lowest dimension holds back, by its own score")
                .extracting(b -> b.question().value(), Profile.Blocking::worth)
                .containsExactly(tuple("s1", 0.5), tuple("s2", 0.5));
    }

    @Test
    void a_dimension_that_tells_no_stage_leaves_the_whole_untold() {
        var answers = Answers.to(twoViews().thresholds(0.0, 0.6).minimumCoverage(0.6))
                .all(100)
                .notApplicable("s1", "s2");
        assertThat(answers.profile().overall().stage()).isNull();
        assertThat(answers.profile().overall().undetermined()).contains("systems");
        assertThat(answers.profile().views()).extracting(Profile.View::score).isEqualTo(List.of(1.0, 1.0));
    }

    @Test
    void the_unanswered_questions_of_a_dimension_without_a_stage_block() {
        var model = model().thresholds(0.0, 0.5)
                .minimumCoverage(1)
                .view("one")
                .dimensionOf("one", "d", percent("said", null), percent("open", null));
        var profile = Answers.to(model).say("said", 0).profile();
        assertThat(profile.overall().stage()).isNull();
        assertThat(profile.blocking()).extracting(b -> b.question().value()).containsExactly("open");
    }

    @Test
    void a_view_without_a_mandatory_dimension_tells_no_stage() {
        var model = model().stages(1)
                .view("one")
                .view("two")
                .dimensionOf("one", "a", percent("a1", 1))
                .add("b", "two", 1, false, percent("b1", 1));
        var profile = Answers.to(model).all(100).profile();
        assertThat(profile.views().get(1).stage()).isNull();
        assertThat(profile.views().get(1).undetermined()).contains("mandatory");
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }
}

package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.critical;
import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static io.cairn.maturity.ModelBuilder.yesNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.Profile;
import org.junit.jupiter.api.Test;

class GatedRuleTest {
    private static final ModelBuilder LADDER =
            model().stages(3).dimension("plan", percent("p1", 1), percent("p2", 2), percent("p3", 3));

    @Test
    void a_stage_is_reached_when_it_and_all_below_it_pass() {
        var profile =
                Answers.to(LADDER).say("p1", 80).say("p2", 90).say("p3", 79).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(2, "stage-2", 0.79));
        assertThat(profile.dimensions().getFirst().stage()).isEqualTo(new Profile.Stage(2, "stage-2", 0.79));
        assertThat(profile.overall().undetermined()).isNull();
    }

    @Test
    void a_stage_above_a_failing_one_is_not_reached() {
        var profile =
                Answers.to(LADDER).say("p1", 100).say("p2", 0).say("p3", 100).profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void below_the_first_stage_there_is_none_and_the_way_to_it() {
        var profile = Answers.to(LADDER).say("p1", 30).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.3));
    }

    @Test
    void at_the_last_stage_there_is_no_way_further() {
        var profile = Answers.to(LADDER).all(100).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(3, "stage-3", null));
        assertThat(profile.blocking()).isEmpty();
    }

    @Test
    void unanswered_questions_count_nothing() {
        var profile = Answers.to(LADDER).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.0));
        assertThat(profile.overall().score()).isZero();
        assertThat(profile.overall().coverage()).isZero();
    }

    @Test
    void four_of_five_meets_a_threshold_of_eighty_percent() {
        var profile = Answers.to(model().stages(1)
                        .dimension("d", yesNo("a", 1), yesNo("b", 1), yesNo("c", 1), yesNo("d", 1), yesNo("e", 1)))
                .say("a", true)
                .say("b", true)
                .say("c", false)
                .say("d", true)
                .say("e", true)
                .profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void a_question_of_no_stage_counts_in_the_score_and_in_no_gate() {
        var profile = Answers.to(model().stages(1).dimension("d", percent("a", 1), percent("loose", null)))
                .say("a", 100)
                .say("loose", 0)
                .profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
        assertThat(profile.overall().score()).isEqualTo(0.5);
    }

    @Test
    void weights_count_within_a_stage() {
        var model = model().stages(1).dimension("d", percent("heavy", 1, 4), percent("light", 1, 1));
        assertThat(Answers.to(model)
                        .say("heavy", 100)
                        .say("light", 0)
                        .profile()
                        .overall()
                        .stage()
                        .ordinal())
                .isEqualTo(1);
        assertThat(Answers.to(model)
                        .say("heavy", 0)
                        .say("light", 100)
                        .profile()
                        .overall()
                        .stage()
                        .fraction())
                .isEqualTo(0.2);
    }

    @Test
    void a_stage_passes_only_when_enough_of_it_is_answered() {
        var model = model().stages(1)
                .gated(0.5, 0.75)
                .dimension("d", percent("a", 1), percent("b", 1), percent("c", 1), percent("e", 1));
        var two = Answers.to(model).say("a", 100).say("b", 100);
        assertThat(two.profile().overall().stage().ordinal()).isZero();
        assertThat(two.say("c", 0).profile().overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void what_does_not_apply_leaves_the_stage_and_its_coverage() {
        var profile = Answers.to(model().stages(1).gated(0.8, 1).dimension("d", percent("a", 1), percent("b", 1)))
                .say("a", 80)
                .notApplicable("b")
                .profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
        assertThat(profile.overall().coverage()).isEqualTo(1);
    }

    @Test
    void a_critical_question_holds_the_stage_back_whatever_the_rest_says() {
        var model = model().stages(1).dimension("d", percent("a", 1, 9), critical("must", 1, 0.5));
        var answers = Answers.to(model).say("a", 100).say("must", 49);
        assertThat(answers.profile().overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.949));
        assertThat(answers.say("must", 50).profile().overall().stage().ordinal())
                .isEqualTo(1);
    }

    @Test
    void a_critical_question_may_ask_for_more_than_its_stage() {
        var model = model().stages(1).gated(0.5, 0).dimension("d", percent("a", 1), critical("must", 1, 0.9));
        var profile = Answers.to(model).say("a", 100).say("must", 80).profile();
        assertThat(profile.overall().stage().ordinal()).isZero();
        assertThat(profile.blocking())
                .singleElement()
                .satisfies(b -> assertThat(b.question().value()).isEqualTo("must"))
                .satisfies(b -> assertThat(b.worth()).isEqualTo(0.1, within(1e-9)));
    }

    @Test
    void a_critical_question_that_does_not_apply_holds_nothing_back() {
        var model = model().stages(1).dimension("d", percent("a", 1), critical("must", 1, 0.5));
        var profile = Answers.to(model).say("a", 100).notApplicable("must").profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void the_lowest_mandatory_dimension_is_the_whole() {
        var profile = Answers.to(model().stages(2)
                        .dimension("a", percent("a1", 1), percent("a2", 2))
                        .dimension("b", percent("b1", 1), percent("b2", 2))
                        .optional("c", percent("c1", 1), percent("c2", 2)))
                .all(100)
                .say("b2", 40)
                .say("c1", 0)
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.4));
        assertThat(profile.dimensions().get(2).stage().ordinal()).isZero();
        assertThat(profile.blocking())
                .as("an optional dimension keeps nobody back")
                .allSatisfy(b -> assertThat(b.dimension().value()).isEqualTo("b"));
    }

    @Test
    void the_way_to_the_next_stage_is_that_of_the_dimension_furthest_behind() {
        var profile = Answers.to(model().stages(1)
                        .dimension("a", percent("a1", 1))
                        .dimension("b", percent("b1", 1))
                        .dimension("c", percent("c1", 1)))
                .say("a1", 60)
                .say("b1", 20)
                .say("c1", 100)
                .profile();
        assertThat(profile.overall().stage().fraction()).isEqualTo(0.2);
    }

    @Test
    void without_a_mandatory_dimension_nothing_decides() {
        var profile =
                Answers.to(model().optional("a", percent("a1", 1))).all(100).profile();
        assertThat(profile.overall().stage()).isNull();
        assertThat(profile.overall().undetermined()).contains("mandatory");
    }
}

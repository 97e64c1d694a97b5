package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Profile;
import org.junit.jupiter.api.Test;

class QuorumTest {
    private static final ModelBuilder TWO_THIRDS = model().stages(2)
            .quorum(0.8, 2 / 3.0)
            .dimension("a", percent("a1", 1), percent("a2", 2))
            .dimension("b", percent("b1", 1), percent("b2", 2))
            .dimension("c", percent("c1", 1), percent("c2", 2))
            .optional("d", percent("d1", 1), percent("d2", 2));

    @Test
    void two_dimensions_of_three_meet_a_quorum_of_two_thirds() {
        var profile = Answers.to(TWO_THIRDS).all(100).say("c1", 0).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(2, "stage-2", null));
    }

    @Test
    void one_of_three_does_not() {
        var profile = Answers.to(TWO_THIRDS).all(100).say("b2", 0).say("c1", 0).profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
    }

    @Test
    void optional_dimensions_have_no_vote() {
        var profile =
                Answers.to(TWO_THIRDS).all(0).say("a1", 100).say("d1", 100).profile();
        assertThat(profile.overall().stage().ordinal()).isZero();
    }

    @Test
    void votes_have_the_weight_of_their_dimensions() {
        var model = model().stages(1)
                .quorum(0.8, 0.6)
                .dimension("heavy", 3, percent("h", 1))
                .dimension("light", 2, percent("l", 1));
        assertThat(Answers.to(model).say("h", 100).profile().overall().stage().ordinal())
                .isEqualTo(1);
        assertThat(Answers.to(model).say("l", 100).profile().overall().stage().ordinal())
                .isZero();
    }

    @Test
    void the_way_to_the_next_stage_is_that_of_the_dimension_that_would_complete_the_quorum() {
        var profile = Answers.to(TWO_THIRDS)
                .say("a1", 20)
                .say("b1", 100)
                .say("c1", 70)
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(0, "none", 0.7));
    }

    @Test
    void there_is_no_telling_the_way_where_the_quorum_waits_for_a_dimension_without_questions() {
        var model = model().stages(1)
                .quorum(0.8, 1)
                .dimension("a")
                .dimension("b", percent("b1", 1))
                .dimension("c", percent("c1", 1));
        var profile = Answers.to(model).say("b1", 50).say("c1", 100).profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(0, "none", null));
    }

    @Test
    void a_dimension_that_lacks_a_stage_below_is_as_far_as_its_weakest_stage_on_the_way() {
        var profile = Answers.to(TWO_THIRDS)
                .all(100)
                .say("a2", 10)
                .say("b1", 50)
                .say("b2", 60)
                .profile();
        assertThat(profile.overall().stage()).isEqualTo(new Profile.Stage(1, "stage-1", 0.5));
    }

    @Test
    void every_mandatory_dimension_that_lacks_the_stage_or_one_below_blocks() {
        var profile = Answers.to(TWO_THIRDS)
                .all(100)
                .say("b1", 20)
                .say("b2", 60)
                .say("c2", 50)
                .say("d1", 0)
                .profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
        assertThat(profile.blocking()).extracting(b -> b.question().value()).containsExactly("b1", "c2", "b2");
    }
}

package io.cairn.assessment.journey;

import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.Q3;
import static io.cairn.assessment.journey.JourneyScenario.TOP;
import static io.cairn.assessment.journey.JourneyScenario.automatically;
import static io.cairn.assessment.journey.JourneyScenario.automaticallyAnew;
import static io.cairn.assessment.journey.JourneyScenario.given;
import static io.cairn.assessment.journey.JourneyScenario.held;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposed;
import static io.cairn.assessment.journey.JourneyScenario.proposedAnew;
import static io.cairn.language.Direction.ADVANCE;
import static io.cairn.language.Direction.INITIAL;
import static io.cairn.language.Direction.REGRESS;

import io.cairn.language.StageRef;
import org.junit.jupiter.api.Test;

class AutomaticJourneyTest {
    @Test
    void a_first_stage_is_taken_at_once_wherever_it_lies() {
        given().when(automatically(Q1, HIGH)).then(proposed(Q1, HIGH), moved(Q1, null, HIGH, INITIAL));
    }

    @Test
    void a_higher_stage_is_an_advance() {
        given(automatically(Q1, LOW))
                .when(automatically(Q2, MIDDLE))
                .then(proposed(Q2, MIDDLE), moved(Q2, LOW, MIDDLE, ADVANCE));
    }

    @Test
    void a_lower_stage_is_a_regression() {
        given(automatically(Q1, TOP))
                .when(automatically(Q2, LOW))
                .then(proposed(Q2, LOW), moved(Q2, TOP, LOW, REGRESS));
    }

    @Test
    void the_same_stage_is_held() {
        given(automatically(Q1, LOW)).when(automatically(Q3, LOW)).then(proposed(Q3, LOW), held(Q3, LOW));
    }

    @Test
    void stages_never_reached_on_the_way_are_skipped() {
        given(automatically(Q1, LOW))
                .when(automatically(Q2, TOP))
                .then(proposed(Q2, TOP), moved(Q2, LOW, TOP, ADVANCE).skipping(MIDDLE, HIGH));
        given(automatically(Q1, HIGH), automatically(Q2, LOW))
                .when(automatically(Q3, TOP))
                .then(proposed(Q3, TOP), moved(Q3, LOW, TOP, ADVANCE).skipping(MIDDLE));
    }

    @Test
    void from_below_the_first_stage_the_first_can_be_skipped() {
        given(automatically(Q1, StageRef.NONE))
                .when(automatically(Q2, MIDDLE))
                .then(
                        proposed(Q2, MIDDLE),
                        moved(Q2, StageRef.NONE, MIDDLE, ADVANCE).skipping(LOW));
    }

    @Test
    void the_same_finalization_proposes_once_only() {
        given(automatically(Q1, LOW)).when(automatically(Q1, LOW)).thenNothing();
        given(automatically(Q1, LOW), automaticallyAnew(Q1, MIDDLE))
                .when(automatically(Q1, LOW))
                .thenNothing();
    }

    @Test
    void a_period_finalized_anew_gets_its_new_stage() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE))
                .when(automaticallyAnew(Q2, HIGH))
                .then(
                        proposedAnew(Q2, HIGH),
                        moved(Q2, LOW, HIGH, ADVANCE).skipping(MIDDLE).anew());
    }

    @Test
    void a_corrected_past_tells_the_next_period_anew() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE), automatically(Q3, HIGH))
                .when(automaticallyAnew(Q1, TOP))
                .then(
                        proposedAnew(Q1, TOP),
                        moved(Q1, null, TOP, INITIAL).anew(),
                        moved(Q2, TOP, MIDDLE, REGRESS).asCorrection());
    }

    @Test
    void a_correction_can_leave_the_next_period_where_it_began() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE))
                .when(automaticallyAnew(Q1, MIDDLE))
                .then(proposedAnew(Q1, MIDDLE), moved(Q1, null, MIDDLE, INITIAL).anew(), held(Q2, MIDDLE));
    }

    @Test
    void a_correction_that_changes_nothing_leaves_the_next_period_alone() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE))
                .when(automaticallyAnew(Q1, LOW))
                .then(proposedAnew(Q1, LOW), moved(Q1, null, LOW, INITIAL).anew());
    }

    @Test
    void a_past_period_that_comes_late_is_a_correction_too() {
        given(automatically(Q2, MIDDLE))
                .when(automatically(Q1, LOW))
                .then(
                        proposed(Q1, LOW),
                        moved(Q1, null, LOW, INITIAL),
                        moved(Q2, LOW, MIDDLE, ADVANCE).asCorrection());
    }

    @Test
    void a_stage_skipped_until_the_past_was_known_is_skipped_no_more() {
        given(automatically(Q1, LOW), automatically(Q3, HIGH))
                .when(automatically(Q2, MIDDLE))
                .then(
                        proposed(Q2, MIDDLE),
                        moved(Q2, LOW, MIDDLE, ADVANCE),
                        moved(Q3, MIDDLE, HIGH, ADVANCE).asCorrection());
    }
}

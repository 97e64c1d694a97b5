package io.cairn.assessment.journey;

import static io.cairn.assessment.journey.JourneyScenario.ANNA;
import static io.cairn.assessment.journey.JourneyScenario.BECAUSE;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.REF;
import static io.cairn.assessment.journey.JourneyScenario.TOP;
import static io.cairn.assessment.journey.JourneyScenario.UNIT;
import static io.cairn.assessment.journey.JourneyScenario.again;
import static io.cairn.assessment.journey.JourneyScenario.automatically;
import static io.cairn.assessment.journey.JourneyScenario.automaticallyAnew;
import static io.cairn.assessment.journey.JourneyScenario.confirmed;
import static io.cairn.assessment.journey.JourneyScenario.confirmedAnew;
import static io.cairn.assessment.journey.JourneyScenario.decide;
import static io.cairn.assessment.journey.JourneyScenario.decideAnew;
import static io.cairn.assessment.journey.JourneyScenario.decideAnewAutomatically;
import static io.cairn.assessment.journey.JourneyScenario.given;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposalOf;
import static io.cairn.assessment.journey.JourneyScenario.propose;
import static io.cairn.assessment.journey.JourneyScenario.proposed;
import static io.cairn.assessment.journey.JourneyScenario.proposedAnew;
import static io.cairn.assessment.journey.JourneyScenario.rejected;
import static io.cairn.language.Direction.ADVANCE;
import static io.cairn.language.Direction.INITIAL;
import static io.cairn.language.Direction.REGRESS;
import static io.cairn.language.TransitionPolicy.AUTOMATIC;

import io.cairn.assessment.journey.deciding.Verdict.Accept;
import io.cairn.assessment.journey.deciding.Verdict.Hold;
import io.cairn.assessment.journey.deciding.Verdict.Override;
import io.cairn.assessment.journey.deciding.Verdict.Reject;
import io.cairn.language.Rejection.NotFound;
import io.cairn.language.Rejection.ProposalNotOpen;
import io.cairn.language.Rejection.UnknownStage;
import io.cairn.language.StageRef;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageRejected;
import org.junit.jupiter.api.Test;

class ConfirmedJourneyTest {
    @Test
    void a_proposal_waits_for_a_person() {
        given().when(confirmed(Q1, LOW)).then(proposed(Q1, LOW));
    }

    @Test
    void an_accepted_proposal_becomes_the_stage() {
        given(confirmed(Q1, LOW))
                .when(decide(Q1, new Accept(null)))
                .then(moved(Q1, null, LOW, INITIAL).by(ANNA));
        given(automatically(Q1, LOW), confirmed(Q2, MIDDLE))
                .when(decide(Q2, new Accept(BECAUSE)))
                .then(moved(Q2, LOW, MIDDLE, ADVANCE).by(ANNA).because(BECAUSE));
    }

    @Test
    void an_accepted_stage_that_was_there_before_is_held() {
        given(automatically(Q1, LOW), confirmed(Q2, LOW))
                .when(decide(Q2, new Accept(null)))
                .then(heldBy(LOW, false));
    }

    @Test
    void another_stage_is_taken_instead_for_a_reason() {
        var was = given(automatically(Q1, LOW), confirmed(Q2, MIDDLE));
        var instead = moved(Q2, LOW, HIGH, ADVANCE)
                .skipping(MIDDLE)
                .by(ANNA)
                .overridden()
                .because(BECAUSE);
        was.when(decide(Q2, new Override("high", BECAUSE))).then(instead);
        was.when(decide(Q2, new Override("3", BECAUSE))).then(instead);
    }

    @Test
    void overriding_with_what_was_proposed_is_no_override() {
        given(automatically(Q1, LOW), confirmed(Q2, MIDDLE))
                .when(decide(Q2, new Override("middle", BECAUSE)))
                .then(moved(Q2, LOW, MIDDLE, ADVANCE).by(ANNA).because(BECAUSE));
    }

    @Test
    void a_stage_the_model_does_not_have_is_refused() {
        var was = given(confirmed(Q1, LOW));
        was.when(decide(Q1, new Override("world-class", BECAUSE))).thenRejected(new UnknownStage("world-class"));
        was.when(decide(Q1, new Override("5", BECAUSE))).thenRejected(new UnknownStage("5"));
        was.when(decide(Q1, new Override("0", BECAUSE))).thenRejected(new UnknownStage("0"));
        was.when(decide(Q1, new Override(StageRef.NONE.key(), BECAUSE)))
                .thenRejected(new UnknownStage(StageRef.NONE.key()));
    }

    @Test
    void held_the_journey_stays_where_it_was() {
        given(automatically(Q1, LOW), confirmed(Q2, MIDDLE))
                .when(decide(Q2, new Hold(BECAUSE)))
                .then(heldBy(LOW, true));
    }

    @Test
    void held_before_any_stage_the_journey_has_none() {
        given(confirmed(Q2, MIDDLE)).when(decide(Q2, new Hold(BECAUSE))).then(heldBy(null, true));
        given(confirmed(Q1, MIDDLE), decide(Q1, new Hold(BECAUSE)))
                .when(automatically(Q2, LOW))
                .then(proposed(Q2, LOW), moved(Q2, null, LOW, INITIAL));
    }

    @Test
    void held_against_a_new_finding_the_period_keeps_its_stage() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE), confirmedAnew(Q2, TOP))
                .when(decideAnew(Q2, new Hold(BECAUSE)))
                .then(moved(Q2, LOW, MIDDLE, ADVANCE)
                        .anew()
                        .by(ANNA)
                        .overridden()
                        .because(BECAUSE));
    }

    @Test
    void a_rejected_proposal_leaves_the_period_without_a_stage() {
        given(automatically(Q1, LOW), confirmed(Q2, MIDDLE))
                .when(decide(Q2, new Reject(BECAUSE)))
                .then(rejected(Q2));
        given(confirmed(Q1, MIDDLE), decide(Q1, new Reject(BECAUSE)))
                .when(automatically(Q2, LOW))
                .then(proposed(Q2, LOW), moved(Q2, null, LOW, INITIAL));
    }

    @Test
    void rejecting_a_period_that_had_a_stage_tells_the_next_one_anew() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE), confirmedAnew(Q1, HIGH))
                .when(decideAnewAutomatically(Q1, new Reject(BECAUSE)))
                .then(
                        new StageRejected(proposalOf(Q1, 9), UNIT, REF, Q1, ANNA, BECAUSE),
                        moved(Q2, null, MIDDLE, INITIAL).asCorrection().by(ANNA));
    }

    @Test
    void a_correction_leaves_an_overridden_stage_as_it_was_decided() {
        given(automatically(Q1, LOW), confirmed(Q2, MIDDLE), decide(Q2, new Override("top", BECAUSE)))
                .when(confirmedAnew(Q1, HIGH))
                .then(proposedAnew(Q1, HIGH));
        given(
                        automatically(Q1, LOW),
                        confirmed(Q2, MIDDLE),
                        decide(Q2, new Override("top", BECAUSE)),
                        confirmedAnew(Q1, HIGH))
                .when(decideAnewAutomatically(Q1, new Accept(null)))
                .then(
                        moved(Q1, null, HIGH, INITIAL).anew().by(ANNA),
                        moved(Q2, HIGH, TOP, ADVANCE).asCorrection().by(ANNA).overridden());
    }

    @Test
    void a_correction_remembers_that_a_held_stage_was_not_what_was_found() {
        given(automatically(Q1, LOW), confirmed(Q2, MIDDLE), decide(Q2, new Hold(BECAUSE)), confirmedAnew(Q1, HIGH))
                .when(decideAnewAutomatically(Q1, new Accept(null)))
                .then(
                        moved(Q1, null, HIGH, INITIAL).anew().by(ANNA),
                        moved(Q2, HIGH, LOW, REGRESS).asCorrection().by(ANNA).overridden());
    }

    @Test
    void a_correction_to_and_fro_leaves_word_of_what_was_overridden() {
        given(
                        automatically(Q1, LOW),
                        confirmed(Q2, MIDDLE),
                        decide(Q2, new Hold(BECAUSE)),
                        automaticallyAnew(Q1, HIGH),
                        propose(Q1, LOW, AUTOMATIC, 13))
                .when(propose(Q1, HIGH, AUTOMATIC, 17))
                .then(
                        proposed(Q1, HIGH, 17),
                        moved(Q1, null, HIGH, INITIAL).of(17),
                        moved(Q2, HIGH, LOW, REGRESS).asCorrection().overridden());
    }

    @Test
    void a_correction_makes_no_override_of_what_was_accepted() {
        given(automatically(Q1, LOW), confirmed(Q2, LOW), decide(Q2, new Accept(null)))
                .when(automaticallyAnew(Q1, HIGH))
                .then(
                        proposedAnew(Q1, HIGH),
                        moved(Q1, null, HIGH, INITIAL).anew(),
                        moved(Q2, HIGH, LOW, REGRESS).asCorrection());
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE), automaticallyAnew(Q1, MIDDLE))
                .when(propose(Q1, HIGH, AUTOMATIC, 13))
                .then(
                        proposed(Q1, HIGH, 13),
                        moved(Q1, null, HIGH, INITIAL).of(13),
                        moved(Q2, HIGH, MIDDLE, REGRESS).asCorrection());
    }

    @Test
    void a_correction_of_the_past_leaves_a_proposal_waiting() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE), confirmedAnew(Q2, TOP), automaticallyAnew(Q1, HIGH))
                .when(decideAnew(Q2, new Accept(null)))
                .then(moved(Q2, HIGH, TOP, ADVANCE).anew().by(ANNA));
    }

    @Test
    void a_newer_proposal_takes_the_place_of_one_that_waits() {
        var was = given(confirmed(Q1, LOW), confirmedAnew(Q1, MIDDLE));
        was.when(decide(Q1, new Accept(null))).thenRejected(new ProposalNotOpen(proposalOf(Q1, 5)));
        was.when(decideAnew(Q1, new Accept(null)))
                .then(moved(Q1, null, MIDDLE, INITIAL).anew().by(ANNA));
    }

    @Test
    void a_decided_proposal_is_decided_once() {
        given(confirmed(Q1, LOW), decide(Q1, new Accept(null)))
                .when(decide(Q1, new Reject(BECAUSE)))
                .thenRejected(new ProposalNotOpen(proposalOf(Q1, 5)));
        given(automatically(Q1, LOW))
                .when(decide(Q1, new Accept(null)))
                .thenRejected(new ProposalNotOpen(proposalOf(Q1, 5)));
    }

    @Test
    void proposals_of_several_periods_wait_side_by_side() {
        given(confirmed(Q1, LOW), confirmed(Q2, MIDDLE), decide(Q2, new Accept(null)))
                .when(decide(Q1, new Accept(null)))
                .then(moved(Q1, null, LOW, INITIAL).by(ANNA), again(2, Q2, MIDDLE));
    }

    @Test
    void without_a_proposal_there_is_no_journey() {
        given().when(decide(Q1, new Accept(null))).thenRejected(new NotFound("journey"));
    }

    private static StageHeld heldBy(StageRef stage, boolean reasoned) {
        return new StageHeld(proposalOf(Q2, 5), UNIT, REF, Q2, stage, ANNA, reasoned ? BECAUSE : null);
    }
}

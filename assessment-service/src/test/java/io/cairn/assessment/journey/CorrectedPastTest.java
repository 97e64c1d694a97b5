package io.cairn.assessment.journey;

import static io.cairn.assessment.journey.JourneyScenario.ANNA;
import static io.cairn.assessment.journey.JourneyScenario.BECAUSE;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.Q3;
import static io.cairn.assessment.journey.JourneyScenario.TENANT;
import static io.cairn.assessment.journey.JourneyScenario.TOP;
import static io.cairn.assessment.journey.JourneyScenario.UNIT;
import static io.cairn.assessment.journey.JourneyScenario.again;
import static io.cairn.assessment.journey.JourneyScenario.againAs;
import static io.cairn.assessment.journey.JourneyScenario.confirmed;
import static io.cairn.assessment.journey.JourneyScenario.confirmedAnew;
import static io.cairn.assessment.journey.JourneyScenario.decide;
import static io.cairn.assessment.journey.JourneyScenario.decideAnew;
import static io.cairn.assessment.journey.JourneyScenario.given;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposalOf;
import static io.cairn.assessment.journey.JourneyScenario.propose;
import static io.cairn.language.Direction.ADVANCE;
import static io.cairn.language.Direction.INITIAL;
import static io.cairn.language.Direction.REGRESS;
import static io.cairn.language.TransitionPolicy.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.journey.deciding.DecideProposal;
import io.cairn.assessment.journey.deciding.Verdict;
import io.cairn.assessment.journey.deciding.Verdict.Accept;
import io.cairn.assessment.journey.deciding.Verdict.Hold;
import io.cairn.assessment.journey.deciding.Verdict.Override;
import io.cairn.assessment.journey.deciding.Verdict.Reject;
import io.cairn.assessment.journey.withdrawing.WithdrawStage;
import io.cairn.language.Period;
import io.cairn.language.Rejection.ProposalNotOpen;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageRejected;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a person confirms every stage, a person confirms what a corrected past makes of a later one too. */
class CorrectedPastTest {
    @Test
    void what_was_found_later_is_proposed_again_and_the_stage_stands_meanwhile() {
        var corrected = year().and(confirmedAnew(Q1, HIGH));
        corrected
                .when(decideAnew(Q1, new Accept(null)))
                .then(moved(Q1, null, HIGH, INITIAL).anew().by(ANNA), again(4, Q2, MIDDLE));
        var state = corrected.and(decideAnew(Q1, new Accept(null))).state();
        assertThat(state.stages().get(Q2).stage()).isEqualTo(MIDDLE);
        assertThat(state.open()).containsOnlyKeys(Q2);
    }

    @Test
    void accepted_it_is_a_transition_caused_by_a_correction() {
        waiting()
                .when(decideAgain(Q2, new Accept(null)))
                .then(moved(Q2, HIGH, MIDDLE, REGRESS)
                        .as(againAs(4, Q2))
                        .asCorrection()
                        .by(ANNA));
    }

    @Test
    void overridden_it_goes_on_to_the_period_behind_it() {
        waiting()
                .when(decideAgain(Q2, new Override("top", BECAUSE)))
                .then(
                        moved(Q2, HIGH, TOP, ADVANCE)
                                .as(againAs(4, Q2))
                                .asCorrection()
                                .by(ANNA)
                                .overridden()
                                .because(BECAUSE),
                        again(5, Q3, HIGH));
    }

    @Test
    void it_ends_where_nothing_changes_any_more() {
        var then = waiting().and(decideAgain(Q2, new Override("top", BECAUSE)));
        then.when(decide(againAs(5, Q3), new Accept(null), CONFIRMED))
                .then(moved(Q3, TOP, HIGH, REGRESS)
                        .as(againAs(5, Q3))
                        .asCorrection()
                        .by(ANNA));
        assertThat(then.and(decide(againAs(5, Q3), new Accept(null), CONFIRMED))
                        .state()
                        .open())
                .isEmpty();
    }

    @Test
    void held_the_stage_stays_what_it_was() {
        waiting()
                .when(decideAgain(Q2, new Hold(BECAUSE)))
                .then(moved(Q2, HIGH, MIDDLE, REGRESS)
                        .as(againAs(4, Q2))
                        .asCorrection()
                        .by(ANNA)
                        .because(BECAUSE));
    }

    @Test
    void an_overridden_stage_is_kept_by_holding_it_and_given_up_by_accepting_what_was_found() {
        var overridden = given(
                confirmed(Q1, LOW),
                decide(Q1, new Accept(null)),
                confirmed(Q2, MIDDLE),
                decide(Q2, new Override("top", BECAUSE)),
                confirmedAnew(Q1, HIGH),
                decideAnew(Q1, new Accept(null)));
        var proposal = againAs(3, Q2);
        overridden
                .when(decide(proposal, new Hold(BECAUSE), CONFIRMED))
                .then(moved(Q2, HIGH, TOP, ADVANCE)
                        .as(proposal)
                        .asCorrection()
                        .by(ANNA)
                        .overridden()
                        .because(BECAUSE));
        overridden
                .when(decide(proposal, new Accept(null), CONFIRMED))
                .then(moved(Q2, HIGH, MIDDLE, REGRESS)
                        .as(proposal)
                        .asCorrection()
                        .by(ANNA));
    }

    @Test
    void rejected_the_period_has_no_stage_and_the_one_behind_it_begins_elsewhere() {
        waiting()
                .when(decideAgain(Q2, new Reject(BECAUSE)))
                .then(
                        new StageRejected(againAs(4, Q2), UNIT, JourneyScenario.REF, Q2, ANNA, BECAUSE),
                        again(5, Q3, HIGH));
    }

    @Test
    void where_the_period_now_begins_at_its_stage_it_is_held() {
        year().and(confirmedAnew(Q1, MIDDLE), decideAnew(Q1, new Accept(null)))
                .when(decideAgain(Q2, new Accept(null)))
                .then(new StageHeld(againAs(4, Q2), UNIT, JourneyScenario.REF, Q2, MIDDLE, ANNA, null));
    }

    @Test
    void a_correction_that_changes_nothing_proposes_nothing() {
        year().and(confirmedAnew(Q1, LOW))
                .when(decideAnew(Q1, new Accept(null)))
                .then(moved(Q1, null, LOW, INITIAL).anew().by(ANNA));
    }

    @Test
    void what_waits_already_is_not_proposed_twice() {
        waiting()
                .and(propose(Q1, TOP, CONFIRMED, 13))
                .when(decide(proposalOf(Q1, 13), new Accept(null), CONFIRMED))
                .then(moved(Q1, null, TOP, INITIAL).of(13).by(ANNA));
    }

    @Test
    void a_new_finding_takes_the_place_of_one_proposed_again() {
        var found = waiting().and(confirmedAnew(Q2, TOP));
        found.when(decideAgain(Q2, new Accept(null))).thenRejected(new ProposalNotOpen(againAs(4, Q2)));
        found.when(decideAnew(Q2, new Accept(null)))
                .then(moved(Q2, HIGH, TOP, ADVANCE).anew().by(ANNA), again(6, Q3, HIGH));
    }

    @Test
    void corrected_once_more_it_is_proposed_once_more() {
        waiting()
                .and(decideAgain(Q2, new Accept(null)), propose(Q1, LOW, CONFIRMED, 13))
                .when(decide(proposalOf(Q1, 13), new Accept(null), CONFIRMED))
                .then(moved(Q1, null, LOW, INITIAL).of(13).by(ANNA), again(6, Q2, MIDDLE));
    }

    @Test
    void a_cancelled_assessment_takes_along_what_was_proposed_again() {
        var rejected = new StageRejected(againAs(4, Q2), UNIT, JourneyScenario.REF, Q2, ANNA, BECAUSE);
        waiting().when(withdraw(Q2)).then(rejected, again(5, Q3, HIGH));
        waiting().and(decideAgain(Q2, new Accept(null))).when(withdraw(Q2)).then(rejected, again(5, Q3, HIGH));
    }

    /** Three confirmed quarters: low, middle, high. */
    private static JourneyScenario year() {
        return given(
                confirmed(Q1, LOW),
                decide(Q1, new Accept(null)),
                confirmed(Q2, MIDDLE),
                decide(Q2, new Accept(null)),
                confirmed(Q3, HIGH),
                decide(Q3, new Accept(null)));
    }

    /** The first quarter was high: the second waits. */
    private static JourneyScenario waiting() {
        return year().and(confirmedAnew(Q1, HIGH), decideAnew(Q1, new Accept(null)));
    }

    private static DecideProposal decideAgain(Period period, Verdict verdict) {
        return decide(againAs(4, period), verdict, CONFIRMED);
    }

    private static WithdrawStage withdraw(Period period) {
        return new WithdrawStage(
                TENANT,
                UNIT,
                JourneyScenario.REF,
                period,
                new UUID(0, 1),
                Set.of(proposalOf(period, 5)),
                CONFIRMED,
                ANNA,
                BECAUSE);
    }
}

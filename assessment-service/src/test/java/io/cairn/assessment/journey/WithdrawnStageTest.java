package io.cairn.assessment.journey;

import static io.cairn.assessment.journey.JourneyScenario.ANNA;
import static io.cairn.assessment.journey.JourneyScenario.BECAUSE;
import static io.cairn.assessment.journey.JourneyScenario.HIGH;
import static io.cairn.assessment.journey.JourneyScenario.LOW;
import static io.cairn.assessment.journey.JourneyScenario.MIDDLE;
import static io.cairn.assessment.journey.JourneyScenario.Q1;
import static io.cairn.assessment.journey.JourneyScenario.Q2;
import static io.cairn.assessment.journey.JourneyScenario.REF;
import static io.cairn.assessment.journey.JourneyScenario.TENANT;
import static io.cairn.assessment.journey.JourneyScenario.UNIT;
import static io.cairn.assessment.journey.JourneyScenario.automatically;
import static io.cairn.assessment.journey.JourneyScenario.automaticallyAnew;
import static io.cairn.assessment.journey.JourneyScenario.confirmed;
import static io.cairn.assessment.journey.JourneyScenario.confirmedAnew;
import static io.cairn.assessment.journey.JourneyScenario.decide;
import static io.cairn.assessment.journey.JourneyScenario.given;
import static io.cairn.assessment.journey.JourneyScenario.moved;
import static io.cairn.assessment.journey.JourneyScenario.proposalOf;
import static io.cairn.assessment.journey.JourneyScenario.rejected;
import static io.cairn.language.Direction.INITIAL;
import static io.cairn.language.TransitionPolicy.AUTOMATIC;

import io.cairn.assessment.journey.deciding.Verdict.Accept;
import io.cairn.assessment.journey.withdrawing.WithdrawStage;
import io.cairn.language.Period;
import io.cairn.language.Rejection.ProposalNotOpen;
import io.cairn.language.event.JourneyEvent.StageRejected;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WithdrawnStageTest {
    @Test
    void the_stage_of_a_cancelled_assessment_goes() {
        given(automatically(Q1, LOW)).when(withdraw(Q1, proposalOf(Q1, 5))).then(rejected(Q1));
    }

    @Test
    void the_next_period_is_told_anew() {
        given(automatically(Q1, LOW), automatically(Q2, MIDDLE))
                .when(withdraw(Q1, proposalOf(Q1, 5)))
                .then(
                        rejected(Q1),
                        moved(Q2, null, MIDDLE, INITIAL).asCorrection().by(ANNA));
    }

    @Test
    void a_proposal_that_waits_goes() {
        given(confirmed(Q1, LOW)).when(withdraw(Q1, proposalOf(Q1, 5))).then(rejected(Q1));
        given(confirmed(Q1, LOW), withdraw(Q1, proposalOf(Q1, 5)))
                .when(decide(Q1, new Accept(null)))
                .thenRejected(new ProposalNotOpen(proposalOf(Q1, 5)));
    }

    @Test
    void the_stage_goes_with_the_proposal_that_would_have_changed_it() {
        given(automatically(Q1, LOW), confirmedAnew(Q1, HIGH))
                .when(withdraw(Q1, proposalOf(Q1, 5), proposalOf(Q1, 9)))
                .then(new StageRejected(proposalOf(Q1, 9), UNIT, REF, Q1, ANNA, BECAUSE));
        given(automatically(Q1, LOW), confirmedAnew(Q1, HIGH), withdraw(Q1, proposalOf(Q1, 5), proposalOf(Q1, 9)))
                .when(withdraw(Q1, proposalOf(Q1, 5), proposalOf(Q1, 9)))
                .thenNothing();
    }

    @Test
    void what_a_later_assessment_brought_stays() {
        given(automatically(Q1, LOW), automaticallyAnew(Q1, HIGH))
                .when(withdraw(Q1, proposalOf(Q1, 5)))
                .thenNothing();
        given(confirmed(Q1, LOW), confirmedAnew(Q1, HIGH))
                .when(withdraw(Q1, proposalOf(Q1, 5)))
                .thenNothing();
    }

    @Test
    void where_nothing_stands_nothing_goes() {
        given().when(withdraw(Q1, proposalOf(Q1, 5))).thenNothing();
        given(automatically(Q2, LOW)).when(withdraw(Q1, proposalOf(Q1, 5))).thenNothing();
    }

    private static WithdrawStage withdraw(Period period, UUID... proposals) {
        return new WithdrawStage(
                TENANT, UNIT, REF, period, new UUID(0, 1), Set.of(proposals), AUTOMATIC, ANNA, BECAUSE);
    }
}

package io.cairn.assessment.assessment;

import static io.cairn.assessment.assessment.AssessmentScenario.ANN;
import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.cancel;
import static io.cairn.assessment.assessment.AssessmentScenario.cancelled;
import static io.cairn.assessment.assessment.AssessmentScenario.finalizeIt;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.reopen;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.returnIt;
import static io.cairn.assessment.assessment.AssessmentScenario.returned;
import static io.cairn.assessment.assessment.AssessmentScenario.submit;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.language.AssessmentStatus.CANCELLED;
import static io.cairn.language.AssessmentStatus.FINALIZED;
import static io.cairn.language.AssessmentStatus.OPEN;
import static io.cairn.language.AssessmentStatus.SUBMITTED;

import io.cairn.assessment.assessment.cancellation.CancelAssessment;
import io.cairn.assessment.assessment.reopening.ReopenAssessment;
import io.cairn.assessment.assessment.returning.ReturnAssessment;
import io.cairn.assessment.assessment.submission.SubmitAssessment;
import io.cairn.language.Rejection.NotFound;
import io.cairn.language.Rejection.ReasonRequired;
import io.cairn.language.Rejection.WrongStatus;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.platform.command.Command;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifeCycleTest {
    private static final AssessmentEvent[] OPENED = {opened()};
    private static final AssessmentEvent[] HANDED_IN = {opened(), submitted()};
    private static final AssessmentEvent[] DONE = {opened(), submitted(), finalized(Map.of())};
    private static final AssessmentEvent[] GIVEN_UP = {opened(), cancelled()};

    @Test
    void an_open_assessment_is_submitted() {
        given(OPENED).when(submit()).then(submitted());
        given(OPENED)
                .when(new SubmitAssessment(TENANT, ASSESSMENT, ANN, true, BECAUSE))
                .then(new AssessmentSubmitted(BECAUSE));
    }

    @Test
    void a_submitted_assessment_is_returned_for_a_reason() {
        given(HANDED_IN).when(returnIt()).then(returned());
        given(HANDED_IN)
                .when(new ReturnAssessment(TENANT, ASSESSMENT, null))
                .thenRejected(new ReasonRequired("who answered wants to know why it comes back"));
    }

    @Test
    void a_finalized_assessment_is_reopened_for_a_reason() {
        given(DONE).when(reopen()).then(reopened());
        given(DONE)
                .when(new ReopenAssessment(TENANT, ASSESSMENT, null))
                .thenRejected(new ReasonRequired("a finalized assessment is reopened for a reason"));
    }

    @Test
    void what_is_not_finalized_can_be_given_up() {
        given(OPENED).when(cancel()).then(cancelled());
        given(HANDED_IN).when(cancel()).then(cancelled());
        given(OPENED).when(new CancelAssessment(TENANT, ASSESSMENT, BECAUSE)).then(new AssessmentCancelled(BECAUSE));
    }

    @Test
    void after_a_return_or_reopening_it_is_submitted_again() {
        given(opened(), submitted(), returned()).when(submit()).then(submitted());
        given(opened(), submitted(), finalized(Map.of()), reopened())
                .when(submit())
                .then(submitted());
    }

    @Test
    void a_step_out_of_turn_is_refused() {
        given(HANDED_IN).when(submit()).thenRejected(new WrongStatus(SUBMITTED, "submit"));
        given(DONE).when(submit()).thenRejected(new WrongStatus(FINALIZED, "submit"));
        given(GIVEN_UP).when(submit()).thenRejected(new WrongStatus(CANCELLED, "submit"));
        given(OPENED).when(returnIt()).thenRejected(new WrongStatus(OPEN, "return"));
        given(DONE).when(returnIt()).thenRejected(new WrongStatus(FINALIZED, "return"));
        given(OPENED).when(finalizeIt()).thenRejected(new WrongStatus(OPEN, "finalize"));
        given(DONE).when(finalizeIt()).thenRejected(new WrongStatus(FINALIZED, "finalize"));
        given(OPENED).when(reopen()).thenRejected(new WrongStatus(OPEN, "reopen"));
        given(HANDED_IN).when(reopen()).thenRejected(new WrongStatus(SUBMITTED, "reopen"));
        given(DONE).when(cancel()).thenRejected(new WrongStatus(FINALIZED, "cancel"));
        given(GIVEN_UP).when(cancel()).thenRejected(new WrongStatus(CANCELLED, "cancel"));
    }

    @ParameterizedTest
    @MethodSource
    void no_step_without_an_assessment(Command step) {
        given().when(step).thenRejected(new NotFound("assessment"));
    }

    static Stream<Command> no_step_without_an_assessment() {
        return Stream.of(submit(), returnIt(), finalizeIt(), reopen(), cancel());
    }
}

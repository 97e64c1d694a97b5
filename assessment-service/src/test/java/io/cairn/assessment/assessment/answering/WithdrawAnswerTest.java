package io.cairn.assessment.assessment.answering;

import static io.cairn.assessment.assessment.AssessmentScenario.ANN;
import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.record;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.withdraw;

import io.cairn.language.AssessmentStatus;
import io.cairn.language.Rejection.NotAnswered;
import io.cairn.language.Rejection.NotFound;
import io.cairn.language.Rejection.ReasonRequired;
import io.cairn.language.Rejection.WrongStatus;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithdrawAnswerTest {
    @Test
    void an_answer_is_withdrawn() {
        given(opened(), recorded(VISION, YES)).when(withdraw(VISION)).then(new AnswerWithdrawn(VISION, YES, null));
    }

    @Test
    void what_is_not_answered_cannot_be_withdrawn() {
        given(opened()).when(withdraw(VISION)).thenRejected(new NotAnswered(VISION));
        given(opened(), recorded(VISION, YES), new AnswerWithdrawn(VISION, YES, null))
                .when(withdraw(VISION))
                .thenRejected(new NotAnswered(VISION));
    }

    @Test
    void an_answer_after_a_withdrawal_is_a_first_one() {
        given(opened(), recorded(VISION, YES), new AnswerWithdrawn(VISION, YES, null))
                .when(record(VISION, YES))
                .then(recorded(VISION, YES));
    }

    @Test
    void nothing_is_withdrawn_after_submission() {
        given(opened(), recorded(VISION, YES), submitted())
                .when(withdraw(VISION))
                .thenRejected(new WrongStatus(AssessmentStatus.SUBMITTED, "withdraw an answer"));
    }

    @Test
    void from_a_reopened_assessment_it_is_withdrawn_for_a_reason() {
        var was = given(opened(), recorded(VISION, YES), submitted(), finalized(Map.of(VISION, YES)), reopened());
        was.when(withdraw(VISION))
                .thenRejected(new ReasonRequired("a withdrawn answer of a reopened assessment needs a reason"));
        was.when(new WithdrawAnswer(TENANT, ASSESSMENT, ANN, VISION, BECAUSE))
                .then(new AnswerWithdrawn(VISION, YES, BECAUSE));
    }

    @Test
    void an_unknown_assessment_is_not_found() {
        given().when(withdraw(VISION)).thenRejected(new NotFound("assessment"));
    }
}

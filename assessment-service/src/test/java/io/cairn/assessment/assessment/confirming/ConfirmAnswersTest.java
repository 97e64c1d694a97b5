package io.cairn.assessment.assessment.confirming;

import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.NO;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.UNHEARD_OF;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.changed;
import static io.cairn.assessment.assessment.AssessmentScenario.confirm;
import static io.cairn.assessment.assessment.AssessmentScenario.confirmed;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.openedWith;
import static io.cairn.assessment.assessment.AssessmentScenario.override;
import static io.cairn.assessment.assessment.AssessmentScenario.record;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.submit;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.withdraw;

import io.cairn.language.AssessmentStatus;
import io.cairn.language.DimensionKey;
import io.cairn.language.Rejection.AnswersUnconfirmed;
import io.cairn.language.Rejection.NotAnswered;
import io.cairn.language.Rejection.UnknownDimension;
import io.cairn.language.Rejection.UnknownQuestion;
import io.cairn.language.Rejection.WrongStatus;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmAnswersTest {
    private static final DimensionKey ALL = new DimensionKey("all");
    private static final AssessmentOpened OPENED = openedWith(Map.of(VISION, YES, BUDGET, HALF));

    @Test
    void a_dimension_is_confirmed_in_the_order_of_the_model() {
        given(OPENED).when(confirm(ALL)).then(confirmed(VISION, YES), confirmed(BUDGET, HALF));
    }

    @Test
    void some_questions_are_confirmed_and_the_others_wait() {
        given(OPENED).when(confirm(BUDGET)).then(confirmed(BUDGET, HALF));
        given(OPENED, confirmed(BUDGET, HALF)).when(submit()).thenRejected(new AnswersUnconfirmed(1));
    }

    @Test
    void confirming_again_changes_nothing() {
        given(OPENED, confirmed(BUDGET, HALF)).when(confirm(BUDGET)).thenNothing();
        given(OPENED, confirmed(BUDGET, HALF), confirmed(VISION, YES))
                .when(confirm(ALL))
                .thenNothing();
    }

    @Test
    void what_was_not_carried_over_cannot_be_confirmed() {
        given(OPENED).when(confirm(TEAM)).thenRejected(new NotAnswered(TEAM));
        given(OPENED).when(confirm(UNHEARD_OF)).thenRejected(new UnknownQuestion(UNHEARD_OF));
        var nowhere = new DimensionKey("nowhere");
        given(OPENED).when(confirm(nowhere)).thenRejected(new UnknownDimension(nowhere));
    }

    @Test
    void recording_the_same_answer_confirms_it() {
        given(OPENED).when(record(VISION, YES)).then(confirmed(VISION, YES));
    }

    @Test
    void recording_another_answer_changes_the_one_carried_over() {
        given(OPENED).when(record(VISION, NO)).then(changed(VISION, YES, NO, null));
        given(OPENED, changed(VISION, YES, NO, null)).when(confirm(VISION)).thenNothing();
        given(OPENED).when(record(VISION, NO, BECAUSE)).then(changed(VISION, YES, NO, BECAUSE));
    }

    @Test
    void a_carried_over_answer_is_dropped_by_withdrawing_it() {
        given(OPENED).when(withdraw(VISION)).then(new AnswerWithdrawn(VISION, YES, null));
        given(OPENED, new AnswerWithdrawn(VISION, YES, null))
                .when(record(VISION, YES))
                .then(recorded(VISION, YES));
    }

    @Test
    void a_reviewer_cannot_judge_what_nobody_has_confirmed() {
        given(OPENED).when(override(BUDGET, "1")).thenRejected(new NotAnswered(BUDGET));
    }

    @Test
    void an_assessment_is_submitted_when_every_answer_was_looked_at() {
        given(OPENED).when(submit()).thenRejected(new AnswersUnconfirmed(2));
        given(OPENED, confirmed(BUDGET, HALF), new AnswerWithdrawn(VISION, YES, null))
                .when(submit())
                .then(submitted());
    }

    @Test
    void nothing_is_confirmed_once_submitted() {
        given(openedWith(Map.of()), submitted())
                .when(confirm(ALL))
                .thenRejected(new WrongStatus(AssessmentStatus.SUBMITTED, "confirm answers"));
    }
}

package io.cairn.assessment.assessment.judging;

import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.NO;
import static io.cairn.assessment.assessment.AssessmentScenario.UNHEARD_OF;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.cancelled;
import static io.cairn.assessment.assessment.AssessmentScenario.changed;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.overridden;
import static io.cairn.assessment.assessment.AssessmentScenario.override;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;

import io.cairn.language.Answer;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Rejection.NotAnswered;
import io.cairn.language.Rejection.NotFound;
import io.cairn.language.Rejection.PointsOutOfRange;
import io.cairn.language.Rejection.UnknownQuestion;
import io.cairn.language.Rejection.WrongStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridePointsTest {
    @Test
    void a_reviewer_gives_an_answer_points_of_their_own() {
        given(opened(), recorded(BUDGET, HALF), submitted())
                .when(override(BUDGET, "0.5"))
                .then(overridden(BUDGET, "1.0", "0.5"));
        given(opened(), recorded(BUDGET, HALF)).when(override(BUDGET, "0")).then(overridden(BUDGET, "1.0", "0"));
    }

    @Test
    void the_points_before_are_those_that_stood() {
        given(opened(), recorded(BUDGET, HALF), overridden(BUDGET, "1.0", "0.5"))
                .when(override(BUDGET, "2"))
                .then(overridden(BUDGET, "0.5", "2"));
    }

    @Test
    void the_same_points_again_change_nothing() {
        given(opened(), recorded(BUDGET, HALF), overridden(BUDGET, "1.0", "0.5"))
                .when(override(BUDGET, "0.50"))
                .thenNothing();
    }

    @Test
    void points_lapse_when_the_answer_they_judged_changes() {
        given(opened(), recorded(VISION, YES), overridden(VISION, "1.0", "0.5"), changed(VISION, YES, NO, null))
                .when(override(VISION, "0.5"))
                .then(overridden(VISION, "0.0", "0.5"));
    }

    @Test
    void points_stand_when_only_the_words_around_the_answer_change() {
        var reworded = new Answer(HALF.response(), BECAUSE, List.of(), 5);
        given(opened(), recorded(BUDGET, HALF), overridden(BUDGET, "1.0", "0.5"), changed(BUDGET, HALF, reworded, null))
                .when(override(BUDGET, "0.5"))
                .thenNothing();
    }

    @Test
    void points_are_between_nothing_and_the_weight() {
        var was = given(opened(), recorded(BUDGET, HALF));
        was.when(override(BUDGET, "2.01")).thenRejected(new PointsOutOfRange(BUDGET, 2));
        was.when(override(BUDGET, "-0.01")).thenRejected(new PointsOutOfRange(BUDGET, 2));
    }

    @Test
    void what_has_no_value_has_no_points() {
        given(opened()).when(override(BUDGET, "1")).thenRejected(new NotAnswered(BUDGET));
        given(opened(), recorded(VISION, Answer.notApplicable("none")))
                .when(override(VISION, "1"))
                .thenRejected(new NotAnswered(VISION));
    }

    @Test
    void an_unknown_question_is_refused() {
        given(opened()).when(override(UNHEARD_OF, "1")).thenRejected(new UnknownQuestion(UNHEARD_OF));
    }

    @Test
    void what_is_finalized_or_cancelled_is_judged_no_more() {
        given(opened(), recorded(BUDGET, HALF), submitted(), finalized(Map.of(BUDGET, HALF)))
                .when(override(BUDGET, "1"))
                .thenRejected(new WrongStatus(AssessmentStatus.FINALIZED, "override points"));
        given(opened(), recorded(BUDGET, HALF), cancelled())
                .when(override(BUDGET, "1"))
                .thenRejected(new WrongStatus(AssessmentStatus.CANCELLED, "override points"));
    }

    @Test
    void an_unknown_assessment_is_not_found() {
        given().when(override(BUDGET, "1")).thenRejected(new NotFound("assessment"));
    }
}

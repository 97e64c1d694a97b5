package io.cairn.assessment.assessment.opening;

import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.NEXT_REF;
import static io.cairn.assessment.assessment.AssessmentScenario.PERIOD;
import static io.cairn.assessment.assessment.AssessmentScenario.REF;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.UNIT;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.cancelled;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.open;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.openedWith;
import static io.cairn.assessment.assessment.AssessmentScenario.record;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;

import io.cairn.assessment.assessment.opening.OpenAssessment.CarryOver;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.Rejection.AlreadyExists;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAssessmentTest {
    @Test
    void an_assessment_is_opened() {
        given().when(open()).then(opened());
    }

    @Test
    void a_second_one_is_refused_and_names_the_first() {
        given(opened()).when(open()).thenRejected(new AlreadyExists("assessment", ASSESSMENT));
        given(opened(), submitted()).when(open()).thenRejected(new AlreadyExists("assessment", ASSESSMENT));
    }

    @Test
    void another_version_of_the_model_is_the_same_assessment() {
        given(opened())
                .when(new OpenAssessment(TENANT, UNIT, NEXT_REF, PERIOD))
                .thenRejected(new AlreadyExists("assessment", ASSESSMENT));
    }

    @Test
    void a_cancelled_one_begins_anew_under_any_version() {
        given(opened(), cancelled())
                .when(new OpenAssessment(TENANT, UNIT, NEXT_REF, PERIOD))
                .then(new AssessmentOpened(UNIT, NEXT_REF, PERIOD));
    }

    @Test
    void answers_carried_over_are_listed_with_the_period_they_come_from() {
        var carried = new CarryOver(PERIOD.previous(), REF.version(), List.of(new CarriedAnswer(VISION, YES)));
        given().when(new OpenAssessment(TENANT, UNIT, REF, PERIOD, carried)).then(openedWith(Map.of(VISION, YES)));
    }

    @Test
    void answers_of_an_earlier_version_say_so() {
        var carried = new CarryOver(PERIOD.previous(), REF.version(), List.of(new CarriedAnswer(VISION, YES)));
        given().when(new OpenAssessment(TENANT, UNIT, NEXT_REF, PERIOD, carried))
                .then(new AssessmentOpened(
                        UNIT, NEXT_REF, PERIOD, PERIOD.previous(), REF.version(), carried.answers()));
    }

    @Test
    void beginning_anew_leaves_the_answers_behind() {
        given(opened(), recorded(VISION, YES), cancelled(), opened())
                .when(record(VISION, YES))
                .then(recorded(VISION, YES));
    }
}

package io.cairn.assessment.assessment;

import static io.cairn.assessment.assessment.AssessmentScenario.ANN;
import static io.cairn.assessment.assessment.AssessmentScenario.BOB;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.NO;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.agreed;
import static io.cairn.assessment.assessment.AssessmentScenario.assigned;
import static io.cairn.assessment.assessment.AssessmentScenario.changed;
import static io.cairn.assessment.assessment.AssessmentScenario.confirmed;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.openedWith;
import static io.cairn.assessment.assessment.AssessmentScenario.overridden;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.returned;
import static io.cairn.assessment.assessment.AssessmentScenario.round;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.voted;

import io.cairn.assessment.testing.SnapshotContract;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentSnapshotTest {
    private static final QuestionKey REMARK = new QuestionKey("remark");
    private static final Answer NOT_WITH_ANN = Answer.notApplicable("Ann has none");
    private static final QuestionKey OTHER = new QuestionKey("other");
    private static final Answer ALL = new Answer(
            new Response.Given(AnswerValue.of("all")),
            FreeText.of("Eve built it"),
            List.of(
                    new Evidence("https://wiki.example/team", FreeText.of("Eve's page"), LocalDate.of(2027, 3, 31)),
                    new Evidence("https://wiki.example/more", null, null)),
            4);

    private final SnapshotContract<AssessmentAggregate> contract = new SnapshotContract<>(
            AssessmentAggregate.class,
            List.of(
                    openedWith(Map.of(BUDGET, HALF, TEAM, ALL, OTHER, Answer.notApplicable("was not with us"))),
                    confirmed(BUDGET, HALF),
                    recorded(VISION, YES),
                    changed(BUDGET, HALF, Answer.of(AnswerValue.of(60)), null),
                    changed(BUDGET, Answer.of(AnswerValue.of(60)), HALF, null),
                    recorded(REMARK, Answer.notApplicable("not with us")),
                    confirmed(TEAM, ALL),
                    new AnswerWithdrawn(VISION, YES, null),
                    recorded(VISION, NO),
                    assigned(ANN),
                    new RespondentAssigned(BOB, List.of(AssessmentScenario.ALL)),
                    voted(ANN, VISION, YES),
                    voted(BOB, VISION, NO),
                    voted(ANN, BUDGET, HALF),
                    voted(BOB, TEAM, ALL),
                    agreed(VISION, null, YES),
                    round(VISION, YES),
                    agreed(VISION, null, YES),
                    voted(ANN, REMARK, NOT_WITH_ANN),
                    round(REMARK, null),
                    submitted(),
                    returned(),
                    overridden(BUDGET, "0.5", "0.75"),
                    submitted(),
                    finalized(Map.of(VISION, YES, BUDGET, HALF, TEAM, ALL)),
                    reopened()));

    @Test
    void a_snapshot_and_the_events_behind_it_tell_what_all_events_tell() {
        contract.a_snapshot_and_the_events_behind_it_tell_what_all_events_tell();
    }

    @Test
    void its_form_is_the_one_of_its_revision() {
        contract.its_form_is_the_one_of_its_revision();
    }

    @Test
    void words_can_be_erased() {
        contract.words_can_be_erased("Eve built it", "was not with us", "Eve's page", "not with us", "Ann has none");
    }
}

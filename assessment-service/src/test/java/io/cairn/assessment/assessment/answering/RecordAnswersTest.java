package io.cairn.assessment.assessment.answering;

import static io.cairn.assessment.assessment.AssessmentScenario.ANN;
import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.NO;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.UNHEARD_OF;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.assigned;
import static io.cairn.assessment.assessment.AssessmentScenario.cancelled;
import static io.cairn.assessment.assessment.AssessmentScenario.changed;
import static io.cairn.assessment.assessment.AssessmentScenario.entry;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.record;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.returned;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.team;
import static io.cairn.assessment.assessment.AssessmentScenario.voted;

import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.AnswerValue;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Rejection;
import io.cairn.language.Rejection.EvidenceRequired;
import io.cairn.language.Rejection.InEntry;
import io.cairn.language.Rejection.MustApply;
import io.cairn.language.Rejection.NotFound;
import io.cairn.language.Rejection.OutsideScale;
import io.cairn.language.Rejection.ReasonRequired;
import io.cairn.language.Rejection.SameQuestionTwice;
import io.cairn.language.Rejection.UnknownQuestion;
import io.cairn.language.Rejection.WrongStatus;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordAnswersTest {
    @Test
    void a_first_answer_is_recorded() {
        given(opened()).when(record(VISION, YES)).then(recorded(VISION, YES));
    }

    @Test
    void an_answer_is_kept_as_its_scale_says_it() {
        given(opened()).when(record(TEAM, team(" ALL "))).then(recorded(TEAM, team("all")));
    }

    @Test
    void another_answer_is_a_change_which_knows_what_was_there() {
        given(opened(), recorded(VISION, YES))
                .when(record(VISION, NO, BECAUSE))
                .then(changed(VISION, YES, NO, BECAUSE));
    }

    @Test
    void a_change_needs_no_reason_at_first() {
        given(opened(), recorded(VISION, YES)).when(record(VISION, NO)).then(changed(VISION, YES, NO, null));
        given(opened(), recorded(VISION, YES), submitted(), returned())
                .when(record(VISION, NO))
                .then(changed(VISION, YES, NO, null));
    }

    @Test
    void a_change_of_a_reopened_assessment_needs_a_reason() {
        var was = given(
                opened(),
                recorded(VISION, YES),
                submitted(),
                finalized(Map.of(VISION, YES)),
                reopened(),
                submitted(),
                returned());
        was.when(record(VISION, NO))
                .thenRejected(new InEntry(
                        "answers", 0, new ReasonRequired("a changed answer of a reopened assessment needs a reason")));
        was.when(record(VISION, NO, BECAUSE)).then(changed(VISION, YES, NO, BECAUSE));
    }

    @Test
    void an_answer_given_anew_in_a_reopened_assessment_needs_a_reason_when_it_says_otherwise() {
        var withdrawn = given(
                opened(),
                recorded(VISION, YES),
                submitted(),
                finalized(Map.of(VISION, YES)),
                reopened(),
                new AnswerWithdrawn(VISION, YES, BECAUSE));
        withdrawn
                .when(record(VISION, NO))
                .thenRejected(new InEntry(
                        "answers", 0, new ReasonRequired("a changed answer of a reopened assessment needs a reason")));
        withdrawn.when(record(VISION, NO, BECAUSE)).then(new AnswerRecorded(VISION, NO, null, null, BECAUSE));
        withdrawn.when(record(VISION, YES)).then(recorded(VISION, YES));
    }

    @Test
    void a_first_vote_in_a_reopened_assessment_needs_a_reason_when_it_says_otherwise_than_what_was_shared() {
        var shared = given(
                opened(),
                recorded(VISION, YES),
                submitted(),
                finalized(Map.of(VISION, YES)),
                reopened(),
                assigned(ANN));
        shared.when(record(VISION, NO))
                .thenRejected(new InEntry(
                        "answers", 0, new ReasonRequired("a changed answer of a reopened assessment needs a reason")));
        shared.when(record(VISION, NO, BECAUSE)).then(new AnswerRecorded(VISION, NO, null, ANN, BECAUSE));
        shared.when(record(VISION, YES)).then(voted(ANN, VISION, YES));
        shared.when(record(BUDGET, HALF)).then(voted(ANN, BUDGET, HALF));
    }

    @Test
    void why_a_first_answer_is_given_is_kept() {
        given(opened()).when(record(VISION, YES, BECAUSE)).then(new AnswerRecorded(VISION, YES, null, null, BECAUSE));
    }

    @Test
    void a_first_answer_in_a_reopened_assessment_is_no_change() {
        given(opened(), submitted(), finalized(Map.of()), reopened())
                .when(record(VISION, NO))
                .then(recorded(VISION, NO));
    }

    @Test
    void the_same_answer_again_changes_nothing() {
        given(opened(), recorded(BUDGET, HALF)).when(record(BUDGET, HALF)).thenNothing();
        given(opened(), recorded(VISION, YES), submitted(), finalized(Map.of(VISION, YES)), reopened())
                .when(record(VISION, YES))
                .thenNothing();
    }

    @Test
    void another_certainty_is_another_answer() {
        var certain = new Answer(HALF.response(), null, List.of(), 5);
        given(opened(), recorded(BUDGET, HALF))
                .when(record(BUDGET, certain))
                .then(changed(BUDGET, HALF, certain, null));
    }

    @Test
    void an_unknown_assessment_is_not_found() {
        given().when(record(VISION, YES)).thenRejected(new NotFound("assessment"));
    }

    @Test
    void an_answer_after_submission_is_refused() {
        given(opened(), submitted())
                .when(record(VISION, YES))
                .thenRejected(new WrongStatus(AssessmentStatus.SUBMITTED, "answer"));
    }

    @Test
    void an_answer_after_finalization_or_cancellation_is_refused() {
        given(opened(), submitted(), finalized(Map.of()))
                .when(record(VISION, YES))
                .thenRejected(new WrongStatus(AssessmentStatus.FINALIZED, "answer"));
        given(opened(), cancelled())
                .when(record(VISION, YES))
                .thenRejected(new WrongStatus(AssessmentStatus.CANCELLED, "answer"));
    }

    @Test
    void an_answer_after_a_return_is_recorded() {
        given(opened(), submitted(), returned()).when(record(VISION, YES)).then(recorded(VISION, YES));
    }

    @Test
    void an_unknown_question_is_refused() {
        refused(UNHEARD_OF, YES, new UnknownQuestion(UNHEARD_OF));
    }

    @Test
    void a_value_outside_the_scale_is_refused() {
        refused(
                BUDGET,
                Answer.of(AnswerValue.of(101)),
                new OutsideScale(BUDGET, "this question takes a percentage from 0 to 100, not 101"));
    }

    @Test
    void a_question_that_always_applies_cannot_be_n_a() {
        refused(BUDGET, Answer.notApplicable("we have none"), new MustApply(BUDGET));
        var spared = Answer.notApplicable("we have none");
        given(opened()).when(record(VISION, spared)).then(recorded(VISION, spared));
    }

    @Test
    void a_claim_needs_the_evidence_its_question_asks_for() {
        refused(TEAM, Answer.of(AnswerValue.of("some")), new EvidenceRequired(TEAM));
        given(opened()).when(record(TEAM, team("some"))).then(recorded(TEAM, team("some")));
    }

    @Test
    void what_claims_nothing_needs_no_evidence() {
        var none = Answer.of(AnswerValue.of("none"));
        given(opened()).when(record(TEAM, none)).then(recorded(TEAM, none));
        var spared = Answer.notApplicable("one person");
        given(opened()).when(record(TEAM, spared)).then(recorded(TEAM, spared));
    }

    @Test
    void several_answers_are_recorded_in_their_order() {
        given(opened(), recorded(VISION, YES))
                .when(record(entry(BUDGET, HALF), entry(VISION, NO), entry(TEAM, team("all"))))
                .then(recorded(BUDGET, HALF), changed(VISION, YES, NO, null), recorded(TEAM, team("all")));
    }

    @Test
    void one_bad_answer_refuses_all_and_is_named() {
        given(opened())
                .when(record(entry(VISION, YES), entry(BUDGET, YES)))
                .thenRejected(new InEntry(
                        "answers",
                        1,
                        new OutsideScale(BUDGET, "this question takes a percentage from 0 to 100, not yes (true)")));
    }

    @Test
    void the_same_question_twice_is_refused() {
        given(opened())
                .when(record(entry(VISION, YES), entry(BUDGET, HALF), entry(VISION, YES)))
                .thenRejected(new InEntry("answers", 2, new SameQuestionTwice(VISION)));
    }

    @Test
    void what_an_import_says_of_the_source_is_kept() {
        var source = new AnswerSource(null, Instant.EPOCH);
        given(opened())
                .when(record(new RecordAnswers.Entry(VISION, YES, null, source)))
                .then(new AnswerRecorded(VISION, YES, source));
    }

    private static void refused(io.cairn.language.QuestionKey question, Answer answer, Rejection reason) {
        given(opened()).when(record(question, answer)).thenRejected(new InEntry("answers", 0, reason));
    }
}

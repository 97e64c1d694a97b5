package io.cairn.assessment.assessment.settling;

import static io.cairn.assessment.assessment.AssessmentScenario.ALL;
import static io.cairn.assessment.assessment.AssessmentScenario.ANN;
import static io.cairn.assessment.assessment.AssessmentScenario.ASSESSMENT;
import static io.cairn.assessment.assessment.AssessmentScenario.BECAUSE;
import static io.cairn.assessment.assessment.AssessmentScenario.BOB;
import static io.cairn.assessment.assessment.AssessmentScenario.BUDGET;
import static io.cairn.assessment.assessment.AssessmentScenario.HALF;
import static io.cairn.assessment.assessment.AssessmentScenario.MODEL;
import static io.cairn.assessment.assessment.AssessmentScenario.NO;
import static io.cairn.assessment.assessment.AssessmentScenario.TEAM;
import static io.cairn.assessment.assessment.AssessmentScenario.TENANT;
import static io.cairn.assessment.assessment.AssessmentScenario.UNHEARD_OF;
import static io.cairn.assessment.assessment.AssessmentScenario.VISION;
import static io.cairn.assessment.assessment.AssessmentScenario.YES;
import static io.cairn.assessment.assessment.AssessmentScenario.agreed;
import static io.cairn.assessment.assessment.AssessmentScenario.assign;
import static io.cairn.assessment.assessment.AssessmentScenario.assigned;
import static io.cairn.assessment.assessment.AssessmentScenario.finalizeIt;
import static io.cairn.assessment.assessment.AssessmentScenario.finalized;
import static io.cairn.assessment.assessment.AssessmentScenario.given;
import static io.cairn.assessment.assessment.AssessmentScenario.opened;
import static io.cairn.assessment.assessment.AssessmentScenario.overridden;
import static io.cairn.assessment.assessment.AssessmentScenario.record;
import static io.cairn.assessment.assessment.AssessmentScenario.recorded;
import static io.cairn.assessment.assessment.AssessmentScenario.reopened;
import static io.cairn.assessment.assessment.AssessmentScenario.round;
import static io.cairn.assessment.assessment.AssessmentScenario.settle;
import static io.cairn.assessment.assessment.AssessmentScenario.startRound;
import static io.cairn.assessment.assessment.AssessmentScenario.submit;
import static io.cairn.assessment.assessment.AssessmentScenario.submitted;
import static io.cairn.assessment.assessment.AssessmentScenario.team;
import static io.cairn.assessment.assessment.AssessmentScenario.unassign;
import static io.cairn.assessment.assessment.AssessmentScenario.vote;
import static io.cairn.assessment.assessment.AssessmentScenario.voted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.assessment.assessment.answering.WithdrawAnswer;
import io.cairn.assessment.assessment.finalization.FinalizeAssessment;
import io.cairn.assessment.assessment.submission.SubmitAssessment;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.DimensionKey;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejection;
import io.cairn.language.Response;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an assessment that several answer, each for themselves. */
class PanelTest {
    private static final AssessmentEvent[] BOTH = {opened(), assigned(ANN), assigned(BOB)};
    private static final AssessmentEvent[] DIFFERING = {
        opened(), assigned(ANN), assigned(BOB), voted(ANN, VISION, YES), voted(BOB, VISION, NO)
    };

    @Test
    void each_respondent_has_their_own_answer() {
        given(BOTH).when(vote(ANN, VISION, YES)).then(voted(ANN, VISION, YES));
        given(DIFFERING).when(vote(ANN, VISION, YES)).thenNothing();
        given(DIFFERING).when(vote(BOB, VISION, YES)).then(new AnswerChanged(VISION, NO, YES, null, null, BOB));
    }

    @Test
    void what_all_say_counts_and_what_they_differ_on_does_not() {
        assertThat(counted(VISION, BOTH)).isNull();
        assertThat(counted(VISION, opened(), assigned(ANN), assigned(BOB), voted(ANN, VISION, YES)))
                .isEqualTo(YES);
        assertThat(counted(VISION, DIFFERING)).isNull();
        assertThat(counted(VISION, with(DIFFERING, new AnswerChanged(VISION, NO, YES, null, null, BOB))))
                .isEqualTo(YES);
    }

    @Test
    void all_who_say_the_same_give_the_first_rationale_their_evidence_and_their_median_certainty() {
        var one = new Evidence("https://wiki.example/one", null, null);
        var two = new Evidence("https://wiki.example/two", null, null);
        var half = new Response.Given(AnswerValue.of(50));
        var counted = counted(
                BUDGET,
                with(
                        BOTH,
                        voted(BOB, BUDGET, new Answer(half, BECAUSE, List.of(one, two), 2)),
                        voted(ANN, BUDGET, new Answer(half, null, List.of(one), 5))));
        assertThat(counted).isEqualTo(new Answer(half, BECAUSE, List.of(one, two), 2));
    }

    @Test
    void that_a_question_does_not_apply_is_the_same_for_any_reason() {
        var counted = counted(
                VISION,
                with(
                        BOTH,
                        voted(BOB, VISION, Answer.notApplicable("no shop")),
                        voted(ANN, VISION, Answer.notApplicable("sold"))));
        assertThat(counted).isEqualTo(Answer.notApplicable("sold"));
    }

    @Test
    void what_was_shared_counts_until_somebody_votes_and_again_when_nobody_does() {
        AssessmentEvent[] shared = {opened(), recorded(VISION, NO), assigned(ANN)};
        assertThat(counted(VISION, shared)).isEqualTo(NO);
        given(shared).when(vote(ANN, VISION, YES)).then(voted(ANN, VISION, YES));
        assertThat(counted(VISION, with(shared, voted(ANN, VISION, YES)))).isEqualTo(YES);
        assertThat(counted(VISION, with(shared, voted(ANN, VISION, YES), new AnswerWithdrawn(VISION, YES, null, ANN))))
                .isEqualTo(NO);
    }

    @Test
    void only_the_assigned_answer_and_only_in_their_dimensions() {
        var refused = new Rejection.InEntry("answers", 0, new Rejection.NotAssigned(VISION));
        given(opened(), assigned(BOB)).when(vote(ANN, VISION, YES)).thenRejected(refused);
        given(opened(), new RespondentAssigned(ANN, List.of(new DimensionKey("other"))))
                .when(vote(ANN, VISION, YES))
                .thenRejected(refused);
        given(opened(), new RespondentAssigned(ANN, List.of(ALL)))
                .when(vote(ANN, VISION, YES))
                .then(voted(ANN, VISION, YES));
    }

    @Test
    void whoever_is_unassigned_answers_no_more_and_what_they_said_stands() {
        given(BOTH).when(unassign(BOB)).then(new RespondentUnassigned(BOB, null));
        var gone = with(DIFFERING, new RespondentUnassigned(ANN, null), new RespondentUnassigned(BOB, null));
        given(gone)
                .when(vote(BOB, VISION, YES))
                .thenRejected(new Rejection.InEntry("answers", 0, new Rejection.NotAssigned(VISION)));
        assertThat(state(gone).panel().unsettled()).containsExactly(VISION);
        given(gone).when(settle(VISION, NO)).then(agreed(VISION, null, NO));
        given(BOTH).when(unassign(new ActorId("key:eve"))).thenRejected(new Rejection.NotFound("respondent"));
    }

    @Test
    void an_assignment_replaces_the_one_before_and_is_not_repeated() {
        given(opened(), assigned(ANN)).when(assign(ANN)).thenNothing();
        given(opened(), assigned(ANN)).when(assign(ANN, ALL)).then(new RespondentAssigned(ANN, List.of(ALL)));
        given(opened())
                .when(assign(ANN, new DimensionKey("other")))
                .thenRejected(new Rejection.InEntry(
                        "respondents", 0, new Rejection.UnknownDimension(new DimensionKey("other"))));
        given(opened(), submitted())
                .when(assign(ANN))
                .thenRejected(new Rejection.WrongStatus(AssessmentStatus.SUBMITTED, "assign respondents"));
        given(opened(), assigned(ANN), submitted())
                .when(unassign(ANN))
                .thenRejected(new Rejection.WrongStatus(AssessmentStatus.SUBMITTED, "unassign a respondent"));
    }

    @Test
    void a_vote_is_withdrawn_by_whoever_gave_it() {
        given(DIFFERING).when(withdraw(BOB)).then(new AnswerWithdrawn(VISION, NO, null, BOB));
        given(BOTH).when(withdraw(BOB)).thenRejected(new Rejection.NotAnswered(VISION));
        given(opened(), assigned(ANN), voted(ANN, VISION, YES))
                .when(withdraw(BOB))
                .thenRejected(new Rejection.NotAssigned(VISION));
    }

    @Test
    void the_facilitator_settles_what_counts_and_votes_stay() {
        given(DIFFERING).when(settle(VISION, NO)).then(agreed(VISION, null, NO));
        var settled = with(DIFFERING, agreed(VISION, null, NO));
        assertThat(counted(VISION, settled)).isEqualTo(NO);
        assertThat(state(settled).panel().vote(VISION, ANN)).contains(YES);
        given(settled).when(settle(VISION, NO)).thenNothing();
        given(settled).when(settle(VISION, YES)).then(agreed(VISION, NO, YES));
        given(settled)
                .when(vote(ANN, VISION, NO))
                .thenRejected(new Rejection.InEntry("answers", 0, new Rejection.QuestionIsSettled(VISION)));
        given(settled).when(withdraw(ANN)).thenRejected(new Rejection.QuestionIsSettled(VISION));
    }

    @Test
    void what_is_settled_rests_on_the_votes_evidence() {
        given(with(BOTH, voted(ANN, TEAM, team("all")), voted(BOB, TEAM, team("some"))))
                .when(settle(TEAM, Answer.of(AnswerValue.of("some"))))
                .then(agreed(TEAM, null, team("some")));
        given(BOTH)
                .when(settle(TEAM, Answer.of(AnswerValue.of("some"))))
                .thenRejected(new Rejection.EvidenceRequired(TEAM));
    }

    @Test
    void settling_is_refused_where_there_is_nothing_to_settle() {
        given(opened(), recorded(VISION, YES)).when(settle(VISION, NO)).thenRejected(new Rejection.NobodyAssigned());
        given(BOTH).when(settle(UNHEARD_OF, NO)).thenRejected(new Rejection.UnknownQuestion(UNHEARD_OF));
        given(with(DIFFERING, agreed(VISION, null, NO), submitted()))
                .when(settle(VISION, YES))
                .thenRejected(new Rejection.WrongStatus(AssessmentStatus.SUBMITTED, "settle an answer"));
    }

    @Test
    void a_settlement_of_a_reopened_assessment_changes_for_a_reason_only() {
        var again = with(DIFFERING, agreed(VISION, null, NO), submitted(), finalized(Map.of(VISION, NO)), reopened());
        given(again)
                .when(settle(VISION, YES))
                .thenRejected(new Rejection.ReasonRequired("a changed answer of a reopened assessment needs a reason"));
        var entry = new RecordAnswers.Entry(VISION, YES, BECAUSE, null);
        given(again).when(new AgreeAnswer(TENANT, ASSESSMENT, entry)).then(new AnswerAgreed(VISION, NO, YES, BECAUSE));
    }

    @Test
    void what_a_consensus_round_takes_back_in_a_reopened_assessment_is_not_settled_otherwise_without_a_reason() {
        var round = with(
                DIFFERING,
                agreed(VISION, null, NO),
                submitted(),
                finalized(Map.of(VISION, NO)),
                reopened(),
                round(VISION, NO));
        given(round)
                .when(settle(VISION, YES))
                .thenRejected(new Rejection.ReasonRequired("a changed answer of a reopened assessment needs a reason"));
        var entry = new RecordAnswers.Entry(VISION, YES, BECAUSE, null);
        given(round)
                .when(new AgreeAnswer(TENANT, ASSESSMENT, entry))
                .then(new AnswerAgreed(VISION, null, YES, BECAUSE));
        given(round).when(settle(VISION, NO)).then(agreed(VISION, null, NO));
    }

    @Test
    void a_round_of_a_reopened_assessment_that_changes_what_counts_needs_a_reason() {
        var again = with(
                BOTH,
                voted(ANN, VISION, YES),
                agreed(VISION, YES, NO),
                submitted(),
                finalized(Map.of(VISION, NO)),
                reopened());
        given(again)
                .when(startRound(VISION))
                .thenRejected(new Rejection.ReasonRequired("a changed answer of a reopened assessment needs a reason"));
        given(again)
                .when(new StartConsensusRound(TENANT, ASSESSMENT, List.of(VISION), BECAUSE))
                .then(new ConsensusRoundStarted(VISION, NO, BECAUSE));
        given(with(again, new AnswerChanged(VISION, YES, NO, BECAUSE, null, ANN)))
                .when(startRound(VISION))
                .then(round(VISION, NO));
    }

    @Test
    void what_was_settled_before_anybody_voted_is_taken_back_by_a_round() {
        var settled = with(BOTH, agreed(VISION, null, NO));
        given(settled).when(startRound(VISION)).then(round(VISION, NO));
        var round = with(settled, round(VISION, NO));
        assertThat(counted(VISION, round)).isNull();
        given(round).when(startRound(VISION)).thenNothing();
        given(round).when(vote(ANN, VISION, YES)).then(voted(ANN, VISION, YES));
    }

    @Test
    void in_a_consensus_round_votes_change_again() {
        var settled = with(DIFFERING, agreed(VISION, null, NO));
        given(settled).when(startRound(VISION)).then(round(VISION, NO));
        var round = with(settled, round(VISION, NO));
        assertThat(counted(VISION, round)).isNull();
        given(round).when(startRound(VISION)).thenNothing();
        given(round).when(vote(BOB, VISION, YES)).then(new AnswerChanged(VISION, NO, YES, null, null, BOB));
        given(DIFFERING).when(startRound(VISION)).then(round(VISION, null));
        given(BOTH).when(startRound(VISION)).thenRejected(new Rejection.NotAnswered(VISION));
        given(with(settled, submitted()))
                .when(startRound(VISION))
                .thenRejected(new Rejection.WrongStatus(AssessmentStatus.SUBMITTED, "start a consensus round"));
    }

    @Test
    void what_respondents_differ_on_is_settled_before_it_is_submitted() {
        given(DIFFERING).when(submit()).thenRejected(new Rejection.VotesDiffer(List.of(VISION)));
        given(with(DIFFERING, agreed(VISION, null, NO))).when(submit()).then(submitted());
    }

    @Test
    void a_respondent_does_not_submit_for_others_who_are_assigned() {
        var own = new SubmitAssessment(TENANT, ASSESSMENT, ANN, false, null);
        given(BOTH).when(own).thenRejected(new Rejection.FacilitatorOnly("submit"));
        given(opened(), assigned(BOB)).when(own).thenRejected(new Rejection.FacilitatorOnly("submit"));
        given(opened(), assigned(ANN)).when(own).then(submitted());
        given(opened()).when(own).then(submitted());
        given(opened(), assigned(BOB)).when(submit()).then(submitted());
    }

    @Test
    void a_reviewers_points_stand_while_what_counts_says_the_same() {
        var judged = with(BOTH, voted(ANN, BUDGET, HALF), overridden(BUDGET, "1", "2"));
        assertThat(state(judged).answers().get(BUDGET).overriddenPoints()).isEqualTo("2");
        assertThat(state(with(judged, voted(BOB, BUDGET, HALF)))
                        .answers()
                        .get(BUDGET)
                        .overriddenPoints())
                .isEqualTo("2");
        var other = Answer.of(AnswerValue.of(60));
        assertThat(state(with(judged, agreed(BUDGET, HALF, other)))
                        .answers()
                        .get(BUDGET)
                        .overriddenPoints())
                .isNull();
    }

    @Test
    void a_profile_is_finalized_with_the_agreement_of_its_respondents() {
        var done = with(
                BOTH,
                voted(ANN, TEAM, team("some")),
                voted(BOB, TEAM, team("some")),
                voted(ANN, BUDGET, HALF),
                voted(BOB, BUDGET, Answer.of(AnswerValue.of(100))),
                agreed(BUDGET, null, HALF),
                submitted());
        var event = FinalizeAssessment.decide(finalizeIt(), state(done), MODEL).getFirst();
        var confidence = ((AssessmentFinalized) event).profile().confidence();
        assertThat(confidence.agreement()).isNotNull();
        assertThat(confidence.panel().respondents()).isEqualTo(2);
        assertThat(confidence.panel().stages()).isNotEmpty();
    }

    @Test
    void a_new_beginning_has_neither_respondents_nor_votes() {
        assertThat(state(with(DIFFERING, opened())).panel().shared()).isTrue();
        given(with(DIFFERING, opened())).when(record(VISION, YES)).then(recorded(VISION, YES));
    }

    private static WithdrawAnswer withdraw(ActorId respondent) {
        return new WithdrawAnswer(TENANT, ASSESSMENT, respondent, VISION, null);
    }

    private static AssessmentState.Known state(AssessmentEvent... events) {
        return AssessmentState.NONE.evolve(List.of(events)).known();
    }

    private static @Nullable Answer counted(QuestionKey question, AssessmentEvent... events) {
        var agreed = state(events).answers().get(question);
        return agreed == null ? null : agreed.answer();
    }

    private static AssessmentEvent[] with(AssessmentEvent[] before, AssessmentEvent... then) {
        return Stream.concat(Arrays.stream(before), Arrays.stream(then)).toArray(AssessmentEvent[]::new);
    }
}

package io.cairn.assessment.assessment.settling;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.language.Answer;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.agreement.Ballot;
import java.util.List;
import java.util.UUID;

/** The facilitator settles what counts of one question. Votes stay as they are, and change no more. */
public record AgreeAnswer(TenantId tenant, UUID assessment, RecordAnswers.Entry entry) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(AgreeAnswer command, AssessmentState state, MaturityModel model) {
        var assessment = state.known().when(AssessmentStatus.OPEN, "settle an answer");
        if (assessment.panel().shared()) throw new Rejected(new Rejection.NobodyAssigned());
        var question = command.entry().question();
        var ballot = assessment.panel().ballot(question);
        var entry = ballot.map(it -> supported(command.entry(), it)).orElse(command.entry());
        var answer = RecordAnswers.accepted(entry, model);
        if (ballot.map(Ballot::agreed).filter(answer::equals).isPresent()) return List.of();
        var before = assessment.answer(question).map(AgreedAnswer::answer).orElse(null);
        if (entry.reason() == null && (before == null ? assessment.corrects(question, answer) : assessment.reopened()))
            throw new Rejected(
                    new Rejection.ReasonRequired("a changed answer of a reopened assessment needs a reason"));
        return List.of(new AnswerAgreed(question, before, answer, entry.reason()));
    }

    /** What the facilitator leaves open is as the votes have it. */
    private static RecordAnswers.Entry supported(RecordAnswers.Entry entry, Ballot ballot) {
        var answer = entry.answer();
        var votes = ballot.inOrder().values();
        return new RecordAnswers.Entry(
                entry.question(),
                new Answer(
                        answer.response(),
                        answer.rationale(),
                        answer.evidence().isEmpty() ? Ballot.evidence(votes) : answer.evidence(),
                        answer.certainty() == null ? Ballot.certainty(votes) : answer.certainty()),
                entry.reason(),
                entry.source());
    }
}

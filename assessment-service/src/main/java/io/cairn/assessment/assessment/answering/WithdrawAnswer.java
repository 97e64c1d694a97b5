package io.cairn.assessment.assessment.answering;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.maturity.MaturityModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer is taken back, or one carried over is dropped; the question is unanswered again. */
public record WithdrawAnswer(
        TenantId tenant,
        UUID assessment,
        ActorId by,
        QuestionKey question,
        @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(WithdrawAnswer command, AssessmentState state, MaturityModel model) {
        var assessment = state.known().when(AssessmentStatus.OPEN, "withdraw an answer");
        var respondent = RecordAnswers.respondent(command.question(), command.by(), assessment, model);
        var before = RecordAnswers.said(command.question(), respondent, assessment);
        if (before == null && respondent == null)
            before = assessment.unconfirmed(command.question()).orElse(null);
        if (before == null) throw new Rejected(new Rejection.NotAnswered(command.question()));
        if (assessment.reopened() && command.reason() == null)
            throw new Rejected(
                    new Rejection.ReasonRequired("a withdrawn answer of a reopened assessment needs a reason"));
        return List.of(new AnswerWithdrawn(command.question(), before, command.reason(), respondent));
    }
}

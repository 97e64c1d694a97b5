package io.cairn.assessment.assessment.confirming;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.answering.RecordAnswers;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.maturity.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Answers carried over still hold, all or none of those named. One that counts already is confirmed and stays as it is.
 * Once respondents are assigned it is a respondent who says so, as their own answer.
 */
public record ConfirmAnswers(TenantId tenant, UUID assessment, ActorId by, Selection selection)
        implements AssessmentCommand {
    /** Which ones. */
    public sealed interface Selection {
        /** All that wait in a dimension, be it none. */
        record OfDimension(DimensionKey dimension) implements Selection {}

        record Questions(List<QuestionKey> questions) implements Selection {
            public Questions {
                questions = List.copyOf(questions);
            }
        }
    }

    public static List<AssessmentEvent> decide(ConfirmAnswers command, AssessmentState state, MaturityModel model) {
        var assessment = state.known().when(AssessmentStatus.OPEN, "confirm answers");
        return switch (command.selection()) {
            case Selection.OfDimension it -> ofDimension(it.dimension(), command.by(), assessment, model);
            case Selection.Questions it -> questions(it.questions(), command.by(), assessment, model);
        };
    }

    private static List<AssessmentEvent> ofDimension(
            DimensionKey key, ActorId by, AssessmentState.Known assessment, MaturityModel model) {
        var dimension = model.dimensions().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Rejected(new Rejection.UnknownDimension(key)));
        var confirmed = new ArrayList<AssessmentEvent>();
        for (var question : dimension.questions())
            assessment
                    .unconfirmed(question.key())
                    .ifPresent(answer -> confirmed.add(told(question.key(), answer, by, assessment, model)));
        return confirmed;
    }

    private static List<AssessmentEvent> questions(
            List<QuestionKey> keys, ActorId by, AssessmentState.Known assessment, MaturityModel model) {
        var confirmed = new ArrayList<AssessmentEvent>();
        for (var key : keys.stream().distinct().toList()) {
            if (model.question(key).isEmpty()) throw new Rejected(new Rejection.UnknownQuestion(key));
            var waiting = assessment.unconfirmed(key);
            if (waiting.isPresent()) confirmed.add(told(key, waiting.get(), by, assessment, model));
            else if (assessment.answer(key).isEmpty()) throw new Rejected(new Rejection.NotAnswered(key));
        }
        return confirmed;
    }

    private static AssessmentEvent told(
            QuestionKey question, Answer carried, ActorId by, AssessmentState.Known assessment, MaturityModel model) {
        var respondent = RecordAnswers.respondent(question, by, assessment, model);
        return respondent == null
                ? new AnswerConfirmed(question, carried)
                : new AnswerRecorded(question, carried, null, respondent);
    }
}

package io.cairn.assessment.assessment.confirming;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.maturity.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Answers carried over still hold, all or none of those named. One that counts already is confirmed and stays as it is. */
public record ConfirmAnswers(TenantId tenant, UUID assessment, Selection selection) implements AssessmentCommand {
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
            case Selection.OfDimension it -> ofDimension(it.dimension(), assessment, model);
            case Selection.Questions it -> questions(it.questions(), assessment, model);
        };
    }

    private static List<AssessmentEvent> ofDimension(
            DimensionKey key, AssessmentState.Known assessment, MaturityModel model) {
        var dimension = model.dimensions().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Rejected(new Rejection.UnknownDimension(key)));
        var confirmed = new ArrayList<AssessmentEvent>();
        for (var question : dimension.questions())
            assessment
                    .unconfirmed(question.key())
                    .ifPresent(answer -> confirmed.add(new AnswerConfirmed(question.key(), answer)));
        return confirmed;
    }

    private static List<AssessmentEvent> questions(
            List<QuestionKey> keys, AssessmentState.Known assessment, MaturityModel model) {
        var confirmed = new ArrayList<AssessmentEvent>();
        for (var key : keys.stream().distinct().toList()) {
            if (model.question(key).isEmpty()) throw new Rejected(new Rejection.UnknownQuestion(key));
            var waiting = assessment.unconfirmed(key);
            if (waiting.isPresent()) confirmed.add(new AnswerConfirmed(key, waiting.get()));
            else if (assessment.answer(key).isEmpty()) throw new Rejected(new Rejection.NotAnswered(key));
        }
        return confirmed;
    }
}

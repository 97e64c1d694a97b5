package io.cairn.assessment.assessment.submission;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers are given to review; until they come back none of them changes. Whoever submits has looked at every
 * answer carried over.
 */
public record SubmitAssessment(
        TenantId tenant, UUID assessment, @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(SubmitAssessment command, AssessmentState state) {
        var unconfirmed = state.known().when(AssessmentStatus.OPEN, "submit").unconfirmed();
        if (!unconfirmed.isEmpty()) throw new Rejected(new Rejection.AnswersUnconfirmed(unconfirmed.size()));
        return List.of(new AssessmentSubmitted(command.reason()));
    }
}

package io.cairn.assessment.assessment.reopening;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finalized assessment is opened to be corrected; what was finalized counts until it is finalized anew. */
public record ReopenAssessment(
        TenantId tenant, UUID assessment, @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(ReopenAssessment command, AssessmentState state) {
        state.known().when(AssessmentStatus.FINALIZED, "reopen");
        if (command.reason() == null)
            throw new Rejected(new Rejection.ReasonRequired("a finalized assessment is reopened for a reason"));
        return List.of(new AssessmentReopened(command.reason()));
    }
}

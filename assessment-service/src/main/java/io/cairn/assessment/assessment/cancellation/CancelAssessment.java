package io.cairn.assessment.assessment.cancellation;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessment is given up before it is finalized, or after it was reopened; then the stage that the journey owes to
 * it goes too. It can be opened anew.
 */
public record CancelAssessment(
        TenantId tenant, UUID assessment, @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(CancelAssessment command, AssessmentState state) {
        var assessment = state.known();
        if (assessment.status() != AssessmentStatus.SUBMITTED) assessment.when(AssessmentStatus.OPEN, "cancel");
        return List.of(new AssessmentCancelled(command.reason()));
    }
}

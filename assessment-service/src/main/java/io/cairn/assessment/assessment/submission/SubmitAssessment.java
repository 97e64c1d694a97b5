package io.cairn.assessment.assessment.submission;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers are given to review; until they come back none of them changes. */
public record SubmitAssessment(
        TenantId tenant, UUID assessment, @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(SubmitAssessment command, AssessmentState state) {
        state.known().when(AssessmentStatus.OPEN, "submit");
        return List.of(new AssessmentSubmitted(command.reason()));
    }
}

package io.cairn.assessment.assessment.returning;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Review sends the answers back to be mended. */
public record ReturnAssessment(
        TenantId tenant, UUID assessment, @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(ReturnAssessment command, AssessmentState state) {
        state.known().when(AssessmentStatus.SUBMITTED, "return");
        if (command.reason() == null)
            throw new Rejected(new Rejection.ReasonRequired("who answered wants to know why it comes back"));
        return List.of(new AssessmentReturned(command.reason()));
    }
}

package io.cairn.assessment.assessment.respondents;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody is asked no more. What they have said stands. */
public record UnassignRespondent(
        TenantId tenant,
        UUID assessment,
        ActorId respondent,
        @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(UnassignRespondent command, AssessmentState state) {
        var assessment = state.known().when(AssessmentStatus.OPEN, "unassign a respondent");
        if (!assessment.panel().respondents().containsKey(command.respondent()))
            throw new Rejected(new Rejection.NotFound("respondent"));
        return List.of(new RespondentUnassigned(command.respondent(), command.reason()));
    }
}

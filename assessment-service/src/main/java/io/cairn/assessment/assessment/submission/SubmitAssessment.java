package io.cairn.assessment.assessment.submission;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers are given to review; until they come back none of them changes. What respondents differ on is settled
 * before, and whoever submits has looked at every answer carried over.
 *
 * @param facilitating whether it is done for all respondents; else only who is assigned alone, if anybody is, submits
 */
public record SubmitAssessment(
        TenantId tenant,
        UUID assessment,
        ActorId by,
        boolean facilitating,
        @Nullable FreeText reason) implements AssessmentCommand {

    public static List<AssessmentEvent> decide(SubmitAssessment command, AssessmentState state) {
        var open = state.known().when(AssessmentStatus.OPEN, "submit");
        var assigned = open.panel().respondents().keySet();
        if (!command.facilitating() && !assigned.isEmpty() && !assigned.equals(Set.of(command.by())))
            throw new Rejected(new Rejection.FacilitatorOnly("submit"));
        var unsettled = open.panel().unsettled();
        if (!unsettled.isEmpty()) throw new Rejected(new Rejection.VotesDiffer(unsettled));
        var unconfirmed = open.unconfirmed();
        if (!unconfirmed.isEmpty()) throw new Rejected(new Rejection.AnswersUnconfirmed(unconfirmed.size()));
        return List.of(new AssessmentSubmitted(command.reason()));
    }
}

package io.cairn.assessment.assessment;

import io.cairn.language.AssessmentStatus;
import io.cairn.language.TenantId;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every endpoint of the room does alike. */
@Component
public final class AssessmentDesk {
    private final Commands commands;
    private final Assessments assessments;
    private final Profiles profiles;

    AssessmentDesk(Commands commands, Assessments assessments, Profiles profiles) {
        this.commands = commands;
        this.assessments = assessments;
        this.profiles = profiles;
    }

    /** A step of the life cycle is taken only by somebody who has seen the assessment as it is. */
    public ResponseEntity<AssessmentBody> take(Caller caller, AssessmentCommand step, @Nullable String ifMatch) {
        return take(caller, () -> step, ifMatch);
    }

    /** @param made once it is known that the caller has seen the assessment */
    public ResponseEntity<AssessmentBody> take(
            Caller caller, Supplier<? extends AssessmentCommand> made, @Nullable String ifMatch) {
        var version = Answers.requiredVersion(ifMatch);
        var step = made.get();
        var receipt = commands.send(step, caller.origin(), version);
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(body(caller.tenant(), step.assessment(), receipt));
    }

    public AssessmentBody body(TenantId tenant, UUID id, Receipt receipt) {
        return body(tenant, assessments.find(tenant, id, receipt.version()));
    }

    public AssessmentBody body(TenantId tenant, Assessments.Found found) {
        var state = found.state();
        var overall = profiles.of(tenant, found).overall();
        var isFinal = state.status() == AssessmentStatus.FINALIZED;
        return new AssessmentBody(
                found.id(),
                state.unit(),
                state.model(),
                state.period(),
                state.status(),
                state.answers().size(),
                state.unconfirmed().size(),
                AssessmentBody.CarriedFrom.of(found.events()),
                profiles.model(tenant, found).questions().size(),
                overall.coverage(),
                isFinal ? overall.stage() : null,
                isFinal ? overall.undetermined() : null,
                found.events().getFirst().recordedAt(),
                found.events().getLast().recordedAt(),
                found.version());
    }
}

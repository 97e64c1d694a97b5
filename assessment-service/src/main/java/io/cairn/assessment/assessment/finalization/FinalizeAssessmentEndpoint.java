package io.cairn.assessment.assessment.finalization;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.assessment.assessment.AssessmentBody;
import io.cairn.assessment.assessment.AssessmentDesk;
import io.cairn.assessment.assessment.StepBody;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FinalizeAssessmentEndpoint {
    private final AssessmentDesk desk;
    private final Tenants tenants;
    private final PreviousVersion previous;

    FinalizeAssessmentEndpoint(AssessmentDesk desk, Tenants tenants, PreviousVersion previous) {
        this.desk = desk;
        this.tenants = tenants;
        this.previous = previous;
    }

    @PostMapping("/api/v1/assessments/{id}/finalization")
    @Allowed({ADMIN, FACILITATOR, REVIEWER})
    ResponseEntity<AssessmentBody> finalizeIt(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable StepBody body) {
        var tenant = caller.tenant();
        return desk.take(
                caller,
                () -> new FinalizeAssessment(
                        tenant,
                        id,
                        tenants.settings(tenant).fiscalYearStart(),
                        StepBody.reason(body),
                        previous.of(tenant, id).orElse(null)),
                ifMatch);
    }
}

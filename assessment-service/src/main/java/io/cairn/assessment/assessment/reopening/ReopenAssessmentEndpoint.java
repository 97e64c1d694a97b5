package io.cairn.assessment.assessment.reopening;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.assessment.AssessmentBody;
import io.cairn.assessment.assessment.AssessmentDesk;
import io.cairn.assessment.assessment.StepBody;
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
class ReopenAssessmentEndpoint {
    private final AssessmentDesk desk;

    ReopenAssessmentEndpoint(AssessmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/assessments/{id}/reopening")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<AssessmentBody> reopen(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable StepBody body) {
        return desk.take(caller, new ReopenAssessment(caller.tenant(), id, StepBody.reason(body)), ifMatch);
    }
}

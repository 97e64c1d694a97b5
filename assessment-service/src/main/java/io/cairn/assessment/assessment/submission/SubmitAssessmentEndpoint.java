package io.cairn.assessment.assessment.submission;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;

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
class SubmitAssessmentEndpoint {
    private final AssessmentDesk desk;

    SubmitAssessmentEndpoint(AssessmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/assessments/{id}/submission")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT})
    ResponseEntity<AssessmentBody> submit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable StepBody body) {
        var facilitating = caller.roles().contains(ADMIN) || caller.roles().contains(FACILITATOR);
        var command = new SubmitAssessment(caller.tenant(), id, caller.actor(), facilitating, StepBody.reason(body));
        return desk.take(caller, command, ifMatch);
    }
}

package io.cairn.assessment.assessment;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssessmentEndpoint {
    private final AssessmentDesk desk;
    private final Assessments assessments;

    AssessmentEndpoint(AssessmentDesk desk, Assessments assessments) {
        this.desk = desk;
        this.assessments = assessments;
    }

    @GetMapping("/api/v1/assessments/{id}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<AssessmentBody> show(Caller caller, @PathVariable UUID id) {
        var found = assessments.find(caller.tenant(), id);
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(desk.body(caller.tenant(), found));
    }
}

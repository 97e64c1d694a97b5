package io.cairn.assessment.assessment.settling;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Answers;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For those who conduct, review or audit an assessment; what it tells would lead those who answer it. */
@RestController
class AgreementEndpoint {
    private final Assessments assessments;
    private final Profiles profiles;

    AgreementEndpoint(Assessments assessments, Profiles profiles) {
        this.assessments = assessments;
        this.profiles = profiles;
    }

    /**
     * @param threshold of r_wg, 0..1; .70 is what is commonly asked for, and .71 begins <i>strong</i> agreement with
     *     J. M. LeBreton and J. L. Senter, Answers to 20 Questions About Interrater Reliability and Interrater Agreement,
     *     Organizational Research Methods 11 (2008), 815–852
     */
    @GetMapping("/api/v1/assessments/{id}/agreement")
    @Allowed({ADMIN, FACILITATOR, REVIEWER, AUDITOR})
    ResponseEntity<AgreementBody> agreement(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "0.7") double threshold) {
        if (!(threshold >= 0 && threshold <= 1))
            throw Problem.badParameter("threshold", "A threshold is between 0 and 1.")
                    .exception();
        var found = assessments.find(caller.tenant(), id);
        return ResponseEntity.ok()
                .eTag(Answers.etag(found.version()))
                .body(AgreementBody.of(found, profiles.model(caller.tenant(), found), threshold));
    }
}

package io.cairn.assessment.assessment.profile;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Sight;
import io.cairn.assessment.assessment.answering.AnswersBody;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assessments/{id}")
class ProfileEndpoints {
    private final Assessments assessments;
    private final Profiles profiles;

    ProfileEndpoints(Assessments assessments, Profiles profiles) {
        this.assessments = assessments;
        this.profiles = profiles;
    }

    @GetMapping("/profile")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<ProfileBody> profile(Caller caller, @PathVariable UUID id) {
        var found = assessments.find(caller.tenant(), id);
        var sight = Sight.of(caller, found.state());
        var profile = sight.isEverything()
                ? profiles.withAgreement(caller.tenant(), found)
                : profiles.of(caller.tenant(), found, sight.answers());
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(ProfileBody.of(found, sight, profile));
    }

    /** What the profile would be with these answers in place of those there are; nothing is recorded. */
    @PostMapping("/what-if")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ProfileBody whatIf(Caller caller, @PathVariable UUID id, @RequestBody AnswersBody body) {
        var found = assessments.find(caller.tenant(), id);
        var sight = Sight.of(caller, found.state());
        var answers = WhatIf.answers(sight.answers(), body.entries(), profiles.model(caller.tenant(), found));
        return ProfileBody.of(found, sight, profiles.of(caller.tenant(), found, answers));
    }
}

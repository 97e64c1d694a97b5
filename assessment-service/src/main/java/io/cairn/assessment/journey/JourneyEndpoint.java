package io.cairn.assessment.journey;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.language.ModelKey;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.ReadsViews;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JourneyEndpoint {
    private final Journeys journeys;

    JourneyEndpoint(Journeys journeys) {
        this.journeys = journeys;
    }

    /** With {@code ?min-position=} of a finalization or cancellation, what it led to is there. */
    @GetMapping("/api/v1/units/{code}/journeys/{model}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    @ReadsViews(JourneyFollowsAssessment.NAME)
    ResponseEntity<JourneyBody> show(Caller caller, @PathVariable UnitCode code, @PathVariable ModelKey model) {
        var found = journeys.find(caller.tenant(), code, model);
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(JourneyBody.of(code, model, found));
    }
}

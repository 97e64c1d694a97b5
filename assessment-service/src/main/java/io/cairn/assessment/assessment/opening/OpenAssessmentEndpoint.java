package io.cairn.assessment.assessment.opening;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.assessment.AssessmentBody;
import io.cairn.assessment.assessment.AssessmentDesk;
import io.cairn.assessment.model.Models;
import io.cairn.assessment.unit.Units;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenAssessmentEndpoint {
    private final Opening opening;
    private final AssessmentDesk desk;
    private final Units units;
    private final Models models;

    OpenAssessmentEndpoint(Opening opening, AssessmentDesk desk, Units units, Models models) {
        this.opening = opening;
        this.desk = desk;
        this.units = units;
        this.models = models;
    }

    /** @param carryOver whether the unit's last agreed answers are to be confirmed here; by itself only a cycle does so */
    record NewAssessment(
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable Boolean carryOver) {}

    @PostMapping("/api/v1/assessments")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<AssessmentBody> open(Caller caller, @RequestBody NewAssessment body) {
        var tenant = caller.tenant();
        units.mustBeActive(tenant, body.unit());
        models.usable(tenant, body.model());
        var command = new OpenAssessment(tenant, body.unit(), body.model(), body.period());
        var receipt = Boolean.TRUE.equals(body.carryOver())
                ? opening.carryingOver(command, caller.origin())
                : opening.open(command, caller.origin());
        var id = command.stream().value();
        return ResponseEntity.created(URI.create("/api/v1/assessments/" + id))
                .headers(Answers.headers(receipt))
                .body(desk.body(tenant, id, receipt));
    }
}

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
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OpenAssessmentEndpoint {
    private final Commands commands;
    private final AssessmentDesk desk;
    private final Units units;
    private final Models models;

    OpenAssessmentEndpoint(Commands commands, AssessmentDesk desk, Units units, Models models) {
        this.commands = commands;
        this.desk = desk;
        this.units = units;
        this.models = models;
    }

    record NewAssessment(UnitCode unit, ModelRef model, Period period) {}

    @PostMapping("/api/v1/assessments")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<AssessmentBody> open(Caller caller, @RequestBody NewAssessment body) {
        var tenant = caller.tenant();
        units.mustBeActive(tenant, body.unit());
        models.usable(tenant, body.model());
        var command = new OpenAssessment(tenant, body.unit(), body.model(), body.period());
        var receipt = commands.send(command, caller.origin());
        var id = command.stream().value();
        return ResponseEntity.created(URI.create("/api/v1/assessments/" + id))
                .headers(Answers.headers(receipt))
                .body(desk.body(tenant, id, receipt));
    }
}

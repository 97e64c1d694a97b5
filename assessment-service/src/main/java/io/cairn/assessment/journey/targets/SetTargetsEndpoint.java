package io.cairn.assessment.journey.targets;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.journey.JourneyBody;
import io.cairn.assessment.journey.Journeys;
import io.cairn.assessment.model.Models;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.assessment.unit.Units;
import io.cairn.language.ModelKey;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetTargetsEndpoint {
    private final Commands commands;
    private final Journeys journeys;
    private final Units units;
    private final Models models;
    private final Tenants tenants;
    private final Clock clock;

    SetTargetsEndpoint(Commands commands, Journeys journeys, Units units, Models models, Tenants tenants, Clock clock) {
        this.commands = commands;
        this.journeys = journeys;
        this.units = units;
        this.models = models;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The list is what holds from now on: what is missing is withdrawn. A roadmap aims where its journey does. */
    @PutMapping({"/api/v1/units/{code}/journeys/{model}/targets", "/api/v1/units/{code}/roadmaps/{model}/targets"})
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<JourneyBody> set(
            Caller caller,
            @PathVariable UnitCode code,
            @PathVariable ModelKey model,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TargetsBody body) {
        var tenant = caller.tenant();
        units.mustBeActive(tenant, code);
        var command = new SetTargets(
                tenant,
                code,
                models.latest(tenant, model),
                body.wanted(),
                tenants.settings(tenant).fiscalYearStart(),
                LocalDate.now(clock));
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        // no targets where there were none begin no journey
        var journey = receipt.version() < 0 ? Journeys.Found.NONE : journeys.find(tenant, code, model);
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(JourneyBody.of(code, model, journey));
    }
}

package io.cairn.assessment.roadmap.planning;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.roadmap.ActionBody;
import io.cairn.assessment.roadmap.RoadmapDesk;
import io.cairn.assessment.unit.Units;
import io.cairn.language.ActionPlan;
import io.cairn.language.ActorId;
import io.cairn.language.Aim;
import io.cairn.language.FreeText;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanActionEndpoint {
    private final Commands commands;
    private final Units units;
    private final Models models;
    private final RoadmapDesk desk;

    PlanActionEndpoint(Commands commands, Units units, Models models, RoadmapDesk desk) {
        this.commands = commands;
        this.units = units;
        this.models = models;
        this.desk = desk;
    }

    /**
     * @param owner an actor as the audit names them
     * @param due the period at whose end it is to be done
     * @param modelVersion whose questions are named
     * @param questions that it should move
     * @param impact 1 to 5, and ease likewise
     */
    record NewAction(
            FreeText title,
            @Nullable ActorId owner,
            Period due,
            ModelVersion modelVersion,
            List<Aim> questions,
            @Nullable Integer impact,
            @Nullable Integer ease) {
        NewAction {
            new ActionPlan(title, owner, due, questions, impact, ease);
        }

        ActionPlan plan() {
            return new ActionPlan(title, owner, due, questions, impact, ease);
        }
    }

    @PostMapping("/api/v1/units/{code}/roadmaps/{model}/actions")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<ActionBody> plan(
            Caller caller,
            @PathVariable UnitCode code,
            @PathVariable ModelKey model,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewAction body) {
        var ref = new ModelRef(model, body.modelVersion());
        units.mustBeActive(caller.tenant(), code);
        models.usable(caller.tenant(), ref);
        var command = new PlanAction(caller.tenant(), code, ref, body.plan());
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        var id = receipt.events().stream()
                .filter(ActionPlanned.class::isInstance)
                .map(it -> ((ActionPlanned) it).action())
                .findFirst()
                .orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/units/" + code + "/roadmaps/" + model + "/actions/" + id))
                .headers(Answers.headers(receipt))
                .body(desk.action(caller.tenant(), code, model, id, receipt.version()));
    }
}

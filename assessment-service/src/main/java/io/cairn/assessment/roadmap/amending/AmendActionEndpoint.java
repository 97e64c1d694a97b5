package io.cairn.assessment.roadmap.amending;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.assessment.roadmap.ActionBody;
import io.cairn.assessment.roadmap.RoadmapDesk;
import io.cairn.language.ModelKey;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AmendActionEndpoint {
    private final Commands commands;
    private final RoadmapDesk desk;

    AmendActionEndpoint(Commands commands, RoadmapDesk desk) {
        this.commands = commands;
        this.desk = desk;
    }

    /** An owner takes the steps of their own, so the decision and not the role says who may. */
    @PatchMapping("/api/v1/units/{code}/roadmaps/{model}/actions/{action}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER})
    ResponseEntity<ActionBody> amend(
            Caller caller,
            @PathVariable UnitCode code,
            @PathVariable ModelKey model,
            @PathVariable UUID action,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ActionPatch body) {
        var plans = !Collections.disjoint(caller.roles(), Set.of(ADMIN, FACILITATOR));
        desk.action(caller.tenant(), code, model, action);
        var command = new AmendAction(caller.tenant(), code, model, action, body.changes(), caller.actor(), plans);
        var receipt = commands.send(command, caller.origin(), Answers.requiredVersion(ifMatch));
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(desk.action(caller.tenant(), code, model, action, receipt.version()));
    }
}

package io.cairn.assessment.journey.deciding;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.assessment.journey.JourneyBody;
import io.cairn.assessment.journey.Journeys;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.language.ModelKey;
import io.cairn.language.UnitCode;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecideProposalEndpoint {
    private final Commands commands;
    private final Journeys journeys;
    private final Tenants tenants;

    DecideProposalEndpoint(Commands commands, Journeys journeys, Tenants tenants) {
        this.commands = commands;
        this.journeys = journeys;
        this.tenants = tenants;
    }

    @PostMapping("/api/v1/units/{code}/journeys/{model}/transitions")
    @Allowed({ADMIN, FACILITATOR, REVIEWER})
    ResponseEntity<JourneyBody> decide(
            Caller caller,
            @PathVariable UnitCode code,
            @PathVariable ModelKey model,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DecisionBody body) {
        var command = new DecideProposal(
                caller.tenant(),
                code,
                model,
                body.proposal(),
                body.verdict(),
                tenants.settings(caller.tenant()).transitionPolicy(),
                caller.actor());
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(JourneyBody.of(code, model, journeys.find(caller.tenant(), code, model)));
    }
}

package io.cairn.assessment.cycle.closing;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.cycle.CycleBody;
import io.cairn.assessment.cycle.Cycles;
import io.cairn.language.FreeText;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloseCycleEndpoint {
    private final Commands commands;
    private final Cycles cycles;

    CloseCycleEndpoint(Commands commands, Cycles cycles) {
        this.commands = commands;
        this.cycles = cycles;
    }

    record Closing(@Nullable FreeText reason) {}

    @PostMapping("/api/v1/cycles/{id}/closing")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<CycleBody> close(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Closing body) {
        var command = new CloseCycle(caller.tenant(), id, body == null ? null : body.reason());
        var receipt = commands.send(command, caller.origin(), Answers.requiredVersion(ifMatch));
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(CycleBody.of(cycles.find(caller.tenant(), id)));
    }
}

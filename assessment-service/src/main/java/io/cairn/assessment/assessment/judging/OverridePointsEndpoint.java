package io.cairn.assessment.assessment.judging;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverridePointsEndpoint {
    private final Commands commands;

    OverridePointsEndpoint(Commands commands) {
        this.commands = commands;
    }

    record Judgement(BigDecimal points, FreeText reason) {}

    record Judged(QuestionKey question, BigDecimal points, long version) {}

    @PutMapping("/api/v1/assessments/{id}/points/{question}")
    @Allowed({ADMIN, REVIEWER})
    ResponseEntity<Judged> override(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable QuestionKey question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Judgement body) {
        var command = new OverridePoints(caller.tenant(), id, question, body.points(), body.reason());
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(new Judged(question, body.points(), receipt.version()));
    }
}

package io.cairn.assessment.assessment.respondents;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.language.ActorId;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who answers an assessment. A respondent is named as the audit names them: {@code key:…} or {@code user:…}. */
@RestController
@RequestMapping("/api/v1/assessments/{id}/respondents")
class RespondentEndpoints {
    private final Commands commands;
    private final Assessments assessments;
    private final Profiles profiles;

    RespondentEndpoints(Commands commands, Assessments assessments, Profiles profiles) {
        this.commands = commands;
        this.assessments = assessments;
        this.profiles = profiles;
    }

    record Assigning(List<AssignRespondents.Assignment> respondents) {
        Assigning {
            respondents = List.copyOf(respondents);
            if (respondents.isEmpty()) throw new InvalidValue("there is at least one respondent");
        }
    }

    @PostMapping
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<Page<RespondentProgress>> assign(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Assigning body) {
        var command = new AssignRespondents(caller.tenant(), id, body.respondents());
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(page(caller, assessments.find(caller.tenant(), id, receipt.version())));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<Void> unassign(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam ActorId respondent,
            @RequestParam(required = false) @Nullable FreeText reason) {
        Receipt receipt = commands.send(
                new UnassignRespondent(caller.tenant(), id, respondent, reason),
                caller.origin(),
                Answers.expectedVersion(ifMatch));
        return ResponseEntity.noContent().headers(Answers.headers(receipt)).build();
    }

    /** Who is assigned and how far each has come; whose answers they are is told elsewhere. */
    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR})
    ResponseEntity<Page<RespondentProgress>> show(Caller caller, @PathVariable UUID id) {
        var found = assessments.find(caller.tenant(), id);
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(page(caller, found));
    }

    private Page<RespondentProgress> page(Caller caller, Assessments.Found found) {
        return new Page<>(RespondentProgress.of(found.state(), profiles.model(caller.tenant(), found)), null);
    }
}

package io.cairn.assessment.assessment.settling;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.assessment.AssessmentBody;
import io.cairn.assessment.assessment.AssessmentDesk;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.answering.AnswerBody;
import io.cairn.assessment.assessment.answering.AnswerLine;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assessments/{id}")
class SettlingEndpoints {
    private final Commands commands;
    private final Assessments assessments;
    private final Profiles profiles;
    private final AssessmentDesk desk;

    SettlingEndpoints(Commands commands, Assessments assessments, Profiles profiles, AssessmentDesk desk) {
        this.commands = commands;
        this.assessments = assessments;
        this.profiles = profiles;
        this.desk = desk;
    }

    record Round(List<QuestionKey> questions, @Nullable FreeText reason) {
        Round {
            questions = List.copyOf(questions);
            if (questions.isEmpty()) throw new InvalidValue("there is at least one question");
        }
    }

    /** With {@code If-Match} only if no vote came since the facilitator looked. */
    @PutMapping("/agreed-answers/{question}")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<AnswerLine> settle(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable QuestionKey question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswerBody body) {
        var command = new AgreeAnswer(caller.tenant(), id, body.entry(question));
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        var found = assessments.find(caller.tenant(), id, receipt.version());
        var asked = profiles.model(caller.tenant(), found).question(question).orElseThrow();
        var counted = found.state().answer(question).orElseThrow();
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(AnswerLine.of(asked, counted, receipt.version()));
    }

    @PostMapping("/consensus-rounds")
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<AssessmentBody> startRound(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Round body) {
        var command = new StartConsensusRound(caller.tenant(), id, body.questions(), body.reason());
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(desk.body(caller.tenant(), id, receipt));
    }
}

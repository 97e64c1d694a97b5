package io.cairn.assessment.assessment.answering;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Question;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.Receipt;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assessments/{id}/answers")
class AnswerEndpoints {
    private final Commands commands;
    private final Assessments assessments;
    private final Profiles profiles;

    AnswerEndpoints(Commands commands, Assessments assessments, Profiles profiles) {
        this.commands = commands;
        this.assessments = assessments;
        this.profiles = profiles;
    }

    record Recorded(List<AnswerLine> answers, long version) {}

    @PutMapping("/{question}")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT})
    ResponseEntity<AnswerLine> record(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable QuestionKey question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswerBody body) {
        try {
            var receipt = send(caller, id, List.of(body.entry(question)), ifMatch);
            var line = lines(caller, id, List.of(question), receipt).getFirst();
            return ResponseEntity.ok().headers(Answers.headers(receipt)).body(line);
        } catch (Rejected refused) {
            // the only entry stands in the path and the body itself, not in a list
            throw refused.reason() instanceof Rejection.InEntry it ? new Rejected(it.reason()) : refused;
        }
    }

    @PostMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT})
    ResponseEntity<Recorded> recordAll(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswersBody body) {
        var receipt = send(caller, id, body.entries(), ifMatch);
        var questions =
                body.entries().stream().map(RecordAnswers.Entry::question).toList();
        return ResponseEntity.ok()
                .headers(Answers.headers(receipt))
                .body(new Recorded(lines(caller, id, questions, receipt), receipt.version()));
    }

    @DeleteMapping("/{question}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({ADMIN, FACILITATOR, RESPONDENT})
    ResponseEntity<Void> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable QuestionKey question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable FreeText reason) {
        var command = new WithdrawAnswer(caller.tenant(), id, caller.actor(), question, reason);
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.noContent().headers(Answers.headers(receipt)).build();
    }

    private Receipt send(Caller caller, UUID id, List<RecordAnswers.Entry> entries, @Nullable String ifMatch) {
        var command = new RecordAnswers(caller.tenant(), id, caller.actor(), entries);
        return commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
    }

    private List<AnswerLine> lines(Caller caller, UUID id, List<QuestionKey> questions, Receipt receipt) {
        var state = receipt.remembered(AssessmentState.Known.class)
                .orElseGet(() ->
                        assessments.find(caller.tenant(), id, receipt.version()).state());
        var known = profiles.model(caller.tenant(), state).questions();
        return questions.stream()
                .map(key -> line(known.get(key), caller, state, receipt.version()))
                .toList();
    }

    /** What the caller said, whatever counts. */
    private static AnswerLine line(
            @Nullable Question question, Caller caller, AssessmentState.Known state, long version) {
        if (question == null) throw new IllegalStateException("an answer without its question was recorded");
        var answer = state.panel().shared()
                ? state.answer(question.key())
                : state.panel().vote(question.key(), caller.actor()).map(AgreedAnswer::of);
        return AnswerLine.of(question, answer.orElseThrow(), version);
    }
}

package io.cairn.assessment.assessment.answering;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.Sight;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is answered now, in the order of the model, and how each answer came about, as far as the caller may see it. */
@RestController
@RequestMapping("/api/v1/assessments/{id}/answers")
class CurrentAnswers {
    private final Assessments assessments;
    private final Profiles profiles;

    CurrentAnswers(Assessments assessments, Profiles profiles) {
        this.assessments = assessments;
        this.profiles = profiles;
    }

    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Page<AnswerLine>> answers(Caller caller, @PathVariable UUID id) {
        var found = assessments.find(caller.tenant(), id);
        var answers = Sight.of(caller, found.state()).answers();
        var lines = profiles.model(caller.tenant(), found).questions().values().stream()
                .flatMap(question -> Optional.ofNullable(answers.get(question.key())).stream()
                        .map(answer -> AnswerLine.of(question, answer, null)))
                .toList();
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(new Page<>(lines, null));
    }

    @GetMapping("/{question}/history")
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    Page<AnswerChange> history(Caller caller, @PathVariable UUID id, @PathVariable QuestionKey question) {
        var found = assessments.find(caller.tenant(), id);
        var changes = AnswerChange.of(found.events(), question);
        if (changes.isEmpty()
                && profiles.model(caller.tenant(), found).question(question).isEmpty())
            throw new Rejected(new Rejection.UnknownQuestion(question));
        var sight = Sight.of(caller, found.state());
        return new Page<>(
                changes.stream()
                        .filter(change -> sight.vote(question, change.respondent()))
                        .toList(),
                null);
    }
}

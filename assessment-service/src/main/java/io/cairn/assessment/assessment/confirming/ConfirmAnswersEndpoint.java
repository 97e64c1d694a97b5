package io.cairn.assessment.assessment.confirming;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.AssessmentBody;
import io.cairn.assessment.assessment.AssessmentDesk;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.assessment.confirming.ConfirmAnswers.Selection;
import io.cairn.language.DimensionKey;
import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import io.cairn.platform.command.Commands;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.web.Answers;
import io.cairn.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assessments/{id}/confirmations")
class ConfirmAnswersEndpoint {
    private final Commands commands;
    private final Assessments assessments;
    private final Profiles profiles;
    private final AssessmentDesk desk;

    ConfirmAnswersEndpoint(Commands commands, Assessments assessments, Profiles profiles, AssessmentDesk desk) {
        this.commands = commands;
        this.assessments = assessments;
        this.profiles = profiles;
        this.desk = desk;
    }

    /** Either all that wait in a dimension, or some questions. */
    record Confirmation(@Nullable DimensionKey dimension, List<QuestionKey> questions) {
        Confirmation {
            questions = List.copyOf(questions);
            if ((dimension == null) == questions.isEmpty())
                throw new InvalidValue("a confirmation has either a dimension or questions");
        }

        Selection selection() {
            return dimension == null ? new Selection.Questions(questions) : new Selection.OfDimension(dimension);
        }
    }

    /** What waits to be confirmed, in the order of the model. */
    @GetMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<Page<CarriedLine>> waiting(Caller caller, @PathVariable UUID id) {
        var found = assessments.find(caller.tenant(), id);
        var lines = profiles.model(caller.tenant(), found).dimensions().stream()
                .flatMap(dimension -> dimension.questions().stream()
                        .flatMap(question -> found.state().unconfirmed(question.key()).stream()
                                .map(answer -> new CarriedLine(question.key(), dimension.key(), answer))))
                .toList();
        return ResponseEntity.ok().eTag(Answers.etag(found.version())).body(new Page<>(lines, null));
    }

    @PostMapping
    @Allowed({ADMIN, FACILITATOR, RESPONDENT})
    ResponseEntity<AssessmentBody> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Confirmation body) {
        var command = new ConfirmAnswers(caller.tenant(), id, caller.actor(), body.selection());
        var receipt = commands.send(command, caller.origin(), Answers.expectedVersion(ifMatch));
        return ResponseEntity.ok().headers(Answers.headers(receipt)).body(desk.body(caller.tenant(), id, receipt));
    }
}

package io.cairn.assessment.workbook;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.AUDITOR;
import static io.cairn.platform.identity.Role.FACILITATOR;
import static io.cairn.platform.identity.Role.RESPONDENT;
import static io.cairn.platform.identity.Role.REVIEWER;
import static io.cairn.platform.identity.Role.VIEWER;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.assessment.Profiles;
import io.cairn.assessment.imports.Turns;
import io.cairn.assessment.model.WantedLanguages;
import io.cairn.language.QuestionKey;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.BodyTooLarge;
import io.cairn.platform.web.Answers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assessments/{id}/workbook")
class WorkbookEndpoints {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Several hundred questions, each with a long rationale, come to less than one. */
    private static final int MOST_BYTES = 4 << 20;

    private final Assessments assessments;
    private final Profiles profiles;
    private final TakingWorkbook taking;

    /** A workbook in memory is large. */
    private final Turns turns = new Turns(2, Duration.ofSeconds(30));

    WorkbookEndpoints(Assessments assessments, Profiles profiles, TakingWorkbook taking) {
        this.assessments = assessments;
        this.profiles = profiles;
        this.taking = taking;
    }

    /** The questions the caller is asked, with the answers the caller has given or, where nobody is assigned, all share. */
    @GetMapping(produces = XLSX)
    @Allowed({ADMIN, FACILITATOR, RESPONDENT, REVIEWER, AUDITOR, VIEWER})
    ResponseEntity<byte[]> questionnaire(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted)
            throws IOException {
        var found = assessments.find(caller.tenant(), id);
        var questionnaire = new Questionnaire(
                id,
                found.version(),
                found.state(),
                caller.actor(),
                profiles.model(caller.tenant(), found),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        var file = new ByteArrayOutputStream();
        QuestionnaireFile.write(questionnaire, WantedLanguages.of(language, accepted), file);
        var name = "%s-%s-%s.xlsx"
                .formatted(
                        found.state().unit(),
                        found.state().model().key(),
                        found.state().period());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .eTag(Answers.etag(found.version()))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.toByteArray());
    }

    /**
     * What a filled-in questionnaire says anew, all or nothing. Where others have answered meanwhile, a row that says
     * something else is a conflict: a 409 that shows both, unless conflicts are to be skipped or their questions are
     * named in {@code overwrite}.
     */
    @PostMapping(consumes = XLSX)
    @Allowed({ADMIN, FACILITATOR, RESPONDENT})
    ResponseEntity<WorkbookReport> take(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean skipConflicts,
            @RequestParam(defaultValue = "") Set<QuestionKey> overwrite,
            InputStream body)
            throws IOException {
        var file = body.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) throw new BodyTooLarge();
        var order = new TakingWorkbook.Order(caller, id, file, dryRun, skipConflicts, overwrite);
        var taken = turns.take(() -> taking.take(order));
        var answer = ResponseEntity.ok();
        if (taken.receipt() != null) answer.headers(Answers.headers(taken.receipt()));
        return answer.body(taken.report());
    }
}

package io.cairn.assessment.imports;

import static io.cairn.platform.identity.Role.ADMIN;
import static io.cairn.platform.identity.Role.FACILITATOR;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.tenant.Tenants;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportEndpoint {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AnswerImport imports;
    private final ImportMeters meters;
    private final Turns turns;
    private final Uploads uploads;
    private final Models models;
    private final Tenants tenants;

    ImportEndpoint(
            AnswerImport imports, ImportMeters meters, Turns turns, Uploads uploads, Models models, Tenants tenants) {
        this.imports = imports;
        this.meters = meters;
        this.turns = turns;
        this.uploads = uploads;
        this.models = models;
        this.tenants = tenants;
    }

    /**
     * Answers of many assessments, all or nothing: one row each, with the columns unit, period, question and value,
     * and as wanted not_applicable_reason, rationale, evidence (a link), actor, answered_at and reason. Of a workbook
     * the first sheet is read.
     */
    @PostMapping(
            path = "/api/v1/imports/answers",
            consumes = {"text/csv", XLSX})
    @Allowed({ADMIN, FACILITATOR})
    ResponseEntity<ImportReport> answers(
            Caller caller,
            @RequestParam ModelKey model,
            @RequestParam ModelVersion version,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean finalize,
            @RequestParam(defaultValue = "false") boolean createUnits,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        var tenant = caller.tenant();
        var order = new ImportOrder(
                tenant,
                new Origin(caller.actor(), Channel.IMPORT, caller.request(), null),
                models.usable(tenant, new ModelRef(model, version)),
                tenants.settings(tenant).fiscalYearStart(),
                dryRun,
                finalize,
                createUnits);
        try (var file = uploads.receive(body)) {
            var rows = type.isCompatibleWith(MediaType.parseMediaType(XLSX))
                    ? new AnswerSheet(file.channel())
                    : new AnswerFile(file.content());
            var result = turns.take(() -> meters.timed(() -> imports.take(rows, order)));
            if (result.report().rejectedTotal() > 0) throw refused(result.report());
            var answer = ResponseEntity.ok();
            if (result.position() != null)
                answer.header("X-Event-Position", result.position().toString());
            return answer.body(result.report());
        }
    }

    private static ProblemException refused(ImportReport report) {
        return Problem.of(422, "import-rejected", "The file holds rows that cannot be taken in, so none was.")
                .detail("Rejected: " + report.rejectedTotal() + " of " + report.rows() + " rows read.")
                .with("rows", report.rows())
                .with("accepted", report.accepted())
                .with("rejected", report.rejected())
                .with("rejectedTotal", report.rejectedTotal())
                .with("dryRun", report.dryRun())
                .exception();
    }
}

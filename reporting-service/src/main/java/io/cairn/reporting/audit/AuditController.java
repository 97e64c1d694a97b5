package io.cairn.reporting.audit;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownAssessments;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.request.Asked;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /audit/answers}: every change of an answer, in the order in which it was recorded; as JSON in pages, or
 * whole as CSV when {@code text/csv} is accepted. Who fills in or only looks on does not see who said what.
 */
@RestController
class AuditController {
    private static final int AT_ONCE = 500;

    private final TenantDatabase database;
    private final AnswerAudit audit;
    private final Paging paging;

    AuditController(TenantDatabase database, AnswerAudit audit, Paging paging) {
        this.database = database;
        this.audit = audit;
        this.paging = paging;
    }

    /** As it stands in the query string. {@code from} and {@code to} are times of recording. */
    record Query(
            @Nullable String unit,
            @Nullable String assessment,
            @Nullable String question,
            @Nullable String actor,
            @Nullable String from,
            @Nullable String to) {
        AuditFilter filter() {
            return new AuditFilter(
                    Asked.unitIfAny("unit", unit),
                    Asked.idIfAny("assessment", assessment),
                    Asked.questionIfAny(question),
                    Asked.actorIfAny(actor),
                    Asked.instantIfAny("from", from),
                    Asked.instantIfAny("to", to));
        }
    }

    @GetMapping("/api/v1/audit/answers")
    @Allowed({Role.ADMIN, Role.AUDITOR, Role.FACILITATOR, Role.REVIEWER})
    @ReadsViews({KnownView.NAME, PastView.NAME, AnswerChangesView.NAME})
    ResponseEntity<Page<AuditedChange>> answers(
            Caller caller,
            @ModelAttribute Query query,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var filter = query.filter();
        requireKnown(tenant, filter);
        return paging.page(
                caller,
                "/audit/answers?" + query,
                limit,
                cursor,
                (after, most) -> database.read(
                        tenant,
                        jdbc -> audit.changes(
                                jdbc,
                                tenant,
                                filter,
                                after == null ? 0 : Long.parseLong(after.getFirst()),
                                audit.end(jdbc),
                                most)),
                change -> List.of(Long.toString(change.position())));
    }

    /** Complete up to what the views had seen when it began; memory holds {@value #AT_ONCE} rows at a time. */
    @GetMapping(path = "/api/v1/audit/answers", produces = "text/csv")
    @Allowed({Role.ADMIN, Role.AUDITOR, Role.FACILITATOR, Role.REVIEWER})
    @ReadsViews({KnownView.NAME, PastView.NAME, AnswerChangesView.NAME})
    void answersAsCsv(Caller caller, @ModelAttribute Query query, HttpServletResponse response) throws IOException {
        var tenant = caller.tenant();
        var filter = query.filter();
        requireKnown(tenant, filter);
        long end = database.read(tenant, audit::end);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"answers.csv\"");
        var csv = AuditCsv.of(taker -> {
            var after = 0L;
            while (true) {
                var behind = after;
                var changes = database.read(tenant, jdbc -> audit.changes(jdbc, tenant, filter, behind, end, AT_ONCE));
                for (var change : changes) taker.take(change);
                if (changes.size() < AT_ONCE) return;
                after = changes.getLast().position();
            }
        });
        csv.csv(response.getOutputStream());
    }

    private void requireKnown(TenantId tenant, AuditFilter filter) {
        database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, filter.unit());
            KnownAssessments.require(jdbc, tenant, filter.assessment());
            return null;
        });
    }
}

package io.cairn.reporting.audit;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownAssessments;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.Words;
import io.cairn.reporting.request.Asked;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /audit/decisions}: every decision in the order in which it was recorded; as JSON in pages, or whole as CSV
 * when {@code text/csv} is accepted. Asked by those who may audit answers.
 */
@RestController
class DecisionsController {
    private static final int AT_ONCE = 500;

    private final TenantDatabase database;
    private final DecisionAudit audit;
    private final Paging paging;

    DecisionsController(TenantDatabase database, DecisionAudit audit, Paging paging) {
        this.database = database;
        this.audit = audit;
        this.paging = paging;
    }

    /** As it stands in the query string. {@code kind} is one or several with commas between. */
    record Sought(
            @Nullable String unit,
            @Nullable String model,
            @Nullable String period,
            @Nullable String assessment,
            @Nullable String question,
            @Nullable String actor,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to) {
        DecisionFilter filter() {
            return new DecisionFilter(
                    Asked.unitIfAny("unit", unit),
                    model == null ? null : Asked.model(model),
                    Asked.periodIfAny("period", period),
                    Asked.idIfAny("assessment", assessment),
                    Asked.questionIfAny(question),
                    Asked.actorIfAny(actor),
                    kind == null
                            ? List.of()
                            : Arrays.stream(kind.split(",", -1))
                                    .map(Sought::kind)
                                    .toList(),
                    Asked.instantIfAny("from", from),
                    Asked.instantIfAny("to", to));
        }

        private static DecisionKind kind(String word) {
            return Arrays.stream(DecisionKind.values())
                    .filter(it -> Words.of(it).equals(word))
                    .findFirst()
                    .orElseThrow(() -> Problem.badParameter(
                                    "kind",
                                    "is one of "
                                            + Arrays.stream(DecisionKind.values())
                                                    .map(Words::of)
                                                    .toList())
                            .exception());
        }
    }

    @GetMapping("/api/v1/audit/decisions")
    @Allowed({Role.ADMIN, Role.AUDITOR, Role.FACILITATOR, Role.REVIEWER})
    @ReadsViews({KnownView.NAME, DecisionsView.NAME})
    ResponseEntity<Page<AuditedDecision>> decisions(
            Caller caller,
            @ModelAttribute Sought sought,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var filter = sought.filter();
        requireKnown(tenant, filter);
        return paging.page(
                caller,
                "/audit/decisions?" + sought,
                limit,
                cursor,
                (after, most) -> database.read(
                        tenant,
                        jdbc -> audit.decisions(
                                jdbc,
                                tenant,
                                filter,
                                after == null ? 0 : Long.parseLong(after.getFirst()),
                                audit.end(jdbc),
                                most)),
                decision -> List.of(Long.toString(decision.position())));
    }

    /** Complete up to what the view had seen when it began; memory holds {@value #AT_ONCE} rows at a time. */
    @GetMapping(path = "/api/v1/audit/decisions", produces = "text/csv")
    @Allowed({Role.ADMIN, Role.AUDITOR, Role.FACILITATOR, Role.REVIEWER})
    @ReadsViews({KnownView.NAME, DecisionsView.NAME})
    void decisionsAsCsv(Caller caller, @ModelAttribute Sought sought, HttpServletResponse response) throws IOException {
        var tenant = caller.tenant();
        var filter = sought.filter();
        requireKnown(tenant, filter);
        long end = database.read(tenant, audit::end);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"decisions.csv\"");
        var csv = DecisionCsv.of(taker -> {
            var after = 0L;
            while (true) {
                var behind = after;
                var decisions =
                        database.read(tenant, jdbc -> audit.decisions(jdbc, tenant, filter, behind, end, AT_ONCE));
                for (var decision : decisions) taker.take(decision);
                if (decisions.size() < AT_ONCE) return;
                after = decisions.getLast().position();
            }
        });
        csv.csv(response.getOutputStream());
    }

    private void requireKnown(TenantId tenant, DecisionFilter filter) {
        database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, filter.unit());
            KnownAssessments.require(jdbc, tenant, filter.assessment());
            return null;
        });
    }
}

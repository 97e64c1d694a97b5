package io.cairn.reporting.backslide;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.point.DecisionReasons;
import io.cairn.reporting.point.StagePointsView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/backslides}: every period after {@code from} up to {@code to} in which a unit is at a lower stage
 * than before, in the order of periods, then units.
 */
@RestController
class BackslideController {
    private final TenantDatabase database;
    private final RecordedEvents events;
    private final DecisionReasons reasons;
    private final Paging paging;

    BackslideController(TenantDatabase database, RecordedEvents events, DecisionReasons reasons, Paging paging) {
        this.database = database;
        this.events = events;
        this.reasons = reasons;
        this.paging = paging;
    }

    @GetMapping("/api/v1/reports/backslides")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<Page<Backslide>> backslides(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var scope = Scope.asked(model, under, from, to, recordedAt);
        return paging.page(
                caller,
                "/reports/backslides?" + scope,
                limit,
                cursor,
                (after, most) -> database.read(tenant, jdbc -> backslides(jdbc, tenant, scope, after, most)),
                it -> List.of(String.valueOf(PeriodOrder.of(Period.parse(it.to().period()))), it.unit()));
    }

    private List<Backslide> backslides(
            JdbcClient jdbc, TenantId tenant, Scope scope, @Nullable List<String> after, int most) {
        KnownUnits.require(jdbc, tenant, scope.under());
        var known = KnownModel.require(jdbc, tenant, scope.model());
        var models = WholeModels.of(jdbc, tenant, scope.model(), events);
        var falls = Falls.read(jdbc, tenant, scope, after, most);
        var report = new BackslideReport(
                known,
                models,
                Explained.of(jdbc, tenant, scope, falls, models, events),
                new Errors(jdbc, tenant, scope),
                reasons.of(jdbc, tenant, falls.stream().map(Fall::to).toList()));
        return falls.stream().map(report::of).toList();
    }
}

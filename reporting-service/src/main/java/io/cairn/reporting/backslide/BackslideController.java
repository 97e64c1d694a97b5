package io.cairn.reporting.backslide;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final Backslides backslides;
    private final Paging paging;

    BackslideController(TenantDatabase database, Backslides backslides, Paging paging) {
        this.database = database;
        this.backslides = backslides;
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
                (after, most) -> database.read(tenant, jdbc -> backslides.read(jdbc, tenant, scope, after, most)),
                Backslides::key);
    }
}

package io.cairn.reporting.rollup;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.Page;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/roll-up}: units that are there at the end of the period; without one it is the period of today, and
 * units that are there today.
 */
@RestController
class RollUpController {
    private final TenantDatabase database;
    private final Paging paging;
    private final Clock clock;

    RollUpController(TenantDatabase database, Paging paging, Clock clock) {
        this.database = database;
        this.paging = paging;
        this.clock = clock;
    }

    /** {@code limit} and {@code cursor} page through the children; the node as a whole is the same on every page. */
    @GetMapping("/api/v1/reports/roll-up")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<RollUp> rollUp(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var key = Asked.model(model);
        var asked = Asked.periodIfAny("period", period);
        var at = Asked.recordedAt(recordedAt);
        var top = Asked.unitIfAny("under", under);
        var subtree =
                database.read(tenant, jdbc -> Subtree.of(jdbc, tenant, key, asked, at, top, LocalDate.now(clock)));
        var page = paging.page(
                caller,
                "/reports/roll-up?" + List.of(model, subtree.period(), at, String.valueOf(under)),
                limit,
                cursor,
                (after, most) -> database.read(
                        tenant, jdbc -> subtree.children(jdbc, tenant, after == null ? null : after.getFirst(), most)),
                child -> List.of(child.code()));
        var children = Objects.requireNonNull(page.getBody());
        var nodes = database.read(tenant, jdbc -> subtree.count(jdbc, tenant, children.items()));
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .body(new RollUp(
                        key.value(),
                        subtree.period().toString(),
                        under,
                        RollUp.CountingRule.LOWEST_MEDIAN,
                        nodes.all(),
                        new Page<>(nodes.children(), children.next())));
    }
}

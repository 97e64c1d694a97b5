package io.cairn.reporting.stages;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/stages}: every unit that is there at the end of the period, by its code. Without a period it is
 * the one of today, and units that are there today.
 */
@RestController
class StagesController {
    private final TenantDatabase database;
    private final Paging paging;
    private final Clock clock;

    StagesController(TenantDatabase database, Paging paging, Clock clock) {
        this.database = database;
        this.paging = paging;
        this.clock = clock;
    }

    @GetMapping("/api/v1/reports/stages")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    ResponseEntity<Page<UnitStage>> stages(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var key = Asked.model(model);
        var asked = Asked.periodIfAny("period", period);
        var at = Asked.recordedAt(recordedAt);
        var top = Asked.unitIfAny("under", under);
        var stages = database.read(tenant, jdbc -> Stages.of(jdbc, tenant, key, asked, at, top, LocalDate.now(clock)));
        return paging.page(
                caller,
                "/reports/stages?" + List.of(model, stages.period(), at, String.valueOf(under)),
                limit,
                cursor,
                (after, most) -> database.read(
                        tenant, jdbc -> stages.page(jdbc, tenant, after == null ? null : after.getFirst(), most)),
                unit -> List.of(unit.unit()));
    }
}

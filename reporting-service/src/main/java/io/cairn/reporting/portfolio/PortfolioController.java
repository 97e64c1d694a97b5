package io.cairn.reporting.portfolio;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.Paging;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/portfolio}: the units of a subtree, or of the whole company, by the periods that end within
 * {@code from}..{@code to}, as known at {@code recordedAt}. Units that were gone before {@code from} are left out.
 */
@RestController
class PortfolioController {
    private final TenantDatabase database;
    private final Paging paging;

    PortfolioController(TenantDatabase database, Paging paging) {
        this.database = database;
        this.paging = paging;
    }

    /** {@code unit} is the top of the subtree; {@code dimensions} adds each dimension to each cell. */
    @GetMapping("/api/v1/reports/portfolio")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, TargetsView.NAME})
    ResponseEntity<Portfolio> portfolio(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "unit", required = false) @Nullable String unit,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "dimensions", defaultValue = "false") boolean dimensions,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        var tenant = caller.tenant();
        var key = Asked.model(model);
        var first = Asked.periodIfAny("from", from);
        var last = Asked.periodIfAny("to", to);
        var top = Asked.unitIfAny("unit", unit);
        var at = Asked.recordedAt(recordedAt);
        var map = database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, top);
            return new HeatMap(
                    KnownModel.require(jdbc, tenant, key),
                    first == null ? Integer.MIN_VALUE : PeriodOrder.startOf(first),
                    last == null ? Integer.MAX_VALUE : PeriodOrder.endOf(last),
                    first == null
                            ? null
                            : TenantCalendar.of(jdbc, tenant).days(first).from(),
                    at,
                    top,
                    dimensions);
        });
        var page = paging.page(
                caller,
                "/reports/portfolio?"
                        + List.of(
                                model, String.valueOf(from), String.valueOf(to), String.valueOf(unit), at, dimensions),
                limit,
                cursor,
                (after, most) -> database.read(
                        tenant, jdbc -> map.page(jdbc, tenant, after == null ? null : after.getFirst(), most)),
                row -> List.of(row.unit()));
        var rows = Objects.requireNonNull(page.getBody());
        var periods = database.read(tenant, jdbc -> map.periods(jdbc, tenant));
        return ResponseEntity.ok()
                .headers(page.getHeaders())
                .body(new Portfolio(key.value(), periods, rows.items(), rows.next()));
    }
}

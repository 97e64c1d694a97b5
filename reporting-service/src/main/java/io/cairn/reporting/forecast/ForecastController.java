package io.cairn.reporting.forecast;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.journeys.JourneysQuery;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/forecast}: shares of stages in each period up to {@code until}, of all units or of one, by the
 * changes after {@code from} up to {@code to}.
 */
@RestController
class ForecastController {
    private final TenantDatabase database;

    ForecastController(TenantDatabase database) {
        this.database = database;
    }

    @GetMapping("/api/v1/reports/forecast")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    StageForecast forecast(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam("until") String until,
            @RequestParam(name = "unit", required = false) @Nullable String unit,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt) {
        var scope = Scope.asked(model, under, from, to, recordedAt);
        var last = Asked.period("until", until);
        var one = Asked.unitIfAny("unit", unit);
        var tenant = caller.tenant();
        var journeys = database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, one);
            return JourneysQuery.read(jdbc, tenant, scope);
        });
        return new ForecastReport(scope, journeys, one, last).report();
    }
}

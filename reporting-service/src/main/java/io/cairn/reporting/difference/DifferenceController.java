package io.cairn.reporting.difference;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.past.PastAssessments;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /reports/units/{code}/difference}: from what was known at {@code fromRecorded} for the period {@code from} to
 * what was known at {@code toRecorded} for the period {@code to}. The same period twice tells what a correction changed.
 */
@RestController
class DifferenceController {
    private final TenantDatabase database;
    private final Differences differences;

    DifferenceController(TenantDatabase database, Differences differences) {
        this.database = database;
        this.differences = differences;
    }

    private record Point(Period effective, @Nullable Instant recorded) {}

    /** {@code to} is {@code from} when it is not given; times that are not given are now. */
    @GetMapping("/api/v1/reports/units/{code}/difference")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.REVIEWER, Role.AUDITOR})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, PastView.NAME})
    Difference difference(
            Caller caller,
            @PathVariable("code") String code,
            @RequestParam("model") String model,
            @RequestParam("from") String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "fromRecorded", required = false) @Nullable String fromRecorded,
            @RequestParam(name = "toRecorded", required = false) @Nullable String toRecorded) {
        var tenant = caller.tenant();
        var unit = Asked.unit("code", code);
        var key = Asked.model(model);
        var first = new Point(Asked.period("from", from), Asked.instantIfAny("fromRecorded", fromRecorded));
        var second = new Point(
                to == null ? first.effective() : Asked.period("to", to), Asked.instantIfAny("toRecorded", toRecorded));
        return database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, unit);
            KnownModel.require(jdbc, tenant, key);
            return differences.between(
                    jdbc,
                    tenant,
                    unit,
                    key,
                    then(jdbc, tenant, unit, key, first),
                    then(jdbc, tenant, unit, key, second));
        });
    }

    private Differences.Then then(JdbcClient jdbc, TenantId tenant, UnitCode unit, ModelKey model, Point point) {
        var at = point.recorded() == null ? Asked.NOW : point.recorded();
        var assessment = PastAssessments.latest(jdbc, tenant, unit, model, point.effective(), at);
        return differences.then(jdbc, tenant, assessment, point.effective(), point.recorded(), at);
    }
}

package io.cairn.reporting.asof;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers, profile and stage for a period, as they were known at a time. Who fills in or only looks on is not asked here:
 * as in the audit, it shows who said what.
 */
@RestController
class AsOfController {
    private final TenantDatabase database;
    private final AsOfs all;

    AsOfController(TenantDatabase database, AsOfs all) {
        this.database = database;
        this.all = all;
    }

    /**
     * An assessment, for its own period, be it cancelled. With {@code effective} another period of the same unit and model:
     * its assessment, else the latest one before it.
     *
     * @param recorded the time as of which to know, now when it is not given
     */
    @GetMapping("/api/v1/reports/assessments/{id}/as-of")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.REVIEWER, Role.AUDITOR})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, PastView.NAME})
    AsOf assessment(
            Caller caller,
            @PathVariable("id") UUID id,
            @RequestParam(name = "effective", required = false) @Nullable String effective,
            @RequestParam(name = "recorded", required = false) @Nullable String recorded) {
        var tenant = caller.tenant();
        var period = Asked.periodIfAny("effective", effective);
        var at = Asked.instantIfAny("recorded", recorded);
        return database.read(tenant, jdbc -> all.ofAssessment(jdbc, tenant, id, period, at));
    }

    /** A unit under a model: the assessment of the period, today's when none is given, else the latest one before it. */
    @GetMapping("/api/v1/reports/units/{code}/as-of")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.REVIEWER, Role.AUDITOR})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, PastView.NAME})
    AsOf unit(
            Caller caller,
            @PathVariable("code") String code,
            @RequestParam("model") String model,
            @RequestParam(name = "effective", required = false) @Nullable String effective,
            @RequestParam(name = "recorded", required = false) @Nullable String recorded) {
        var tenant = caller.tenant();
        var unit = Asked.unit("code", code);
        var key = Asked.model(model);
        var period = Asked.periodIfAny("effective", effective);
        var at = Asked.instantIfAny("recorded", recorded);
        return database.read(tenant, jdbc -> all.ofUnit(jdbc, tenant, unit, key, period, at));
    }
}

package io.cairn.reporting.timetostage;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.journeys.JourneysQuery;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.point.StagePointsView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /reports/time-to-stage}: how long until {@code stage} (its key) or one above it was first seen. */
@RestController
class TimeToStageController {
    private final TenantDatabase database;

    TimeToStageController(TenantDatabase database) {
        this.database = database;
    }

    @GetMapping("/api/v1/reports/time-to-stage")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME})
    TimeToStage timeToStage(
            Caller caller,
            @RequestParam("model") String model,
            @RequestParam("stage") String stage,
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "under", required = false) @Nullable String under,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt) {
        var scope = Scope.asked(model, under, from, to, recordedAt);
        var journeys = database.read(caller.tenant(), jdbc -> JourneysQuery.read(jdbc, caller.tenant(), scope));
        return new TimeToStageReport(scope, journeys, stage, since).report();
    }
}

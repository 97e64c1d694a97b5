package io.cairn.reporting.timeline;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /reports/timeline}: periods that end within {@code from}..{@code to}, as known at {@code recordedAt}. */
@RestController
class TimelineController {
    private final TenantDatabase database;
    private final Timelines timelines;

    TimelineController(TenantDatabase database, Timelines timelines) {
        this.database = database;
        this.timelines = timelines;
    }

    @GetMapping("/api/v1/reports/timeline")
    @Allowed({Role.ADMIN, Role.FACILITATOR, Role.RESPONDENT, Role.REVIEWER, Role.AUDITOR, Role.VIEWER})
    @ReadsViews({KnownView.NAME, StagePointsView.NAME, TargetsView.NAME})
    Timeline timeline(
            Caller caller,
            @RequestParam("unit") String unit,
            @RequestParam("model") String model,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt) {
        var asked = new Timelines.Question(
                Asked.unit("unit", unit),
                Asked.model(model),
                Asked.periodIfAny("from", from),
                Asked.periodIfAny("to", to),
                Asked.recordedAt(recordedAt));
        return database.read(caller.tenant(), jdbc -> timelines.answer(jdbc, caller.tenant(), asked));
    }
}

package io.cairn.reporting.timeline;

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
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.milestone.TargetsView;
import io.cairn.reporting.point.DecisionReasons;
import io.cairn.reporting.point.StagePoints;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /reports/timeline}: periods that end within {@code from}..{@code to}, as known at {@code recordedAt}. */
@RestController
class TimelineController {
    private final TenantDatabase database;
    private final DecisionReasons reasons;

    TimelineController(TenantDatabase database, DecisionReasons reasons) {
        this.database = database;
        this.reasons = reasons;
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
        var asked = new Question(
                caller.tenant(),
                Asked.unit("unit", unit),
                Asked.model(model),
                Asked.periodIfAny("from", from),
                Asked.periodIfAny("to", to),
                Asked.recordedAt(recordedAt));
        return answer(asked);
    }

    private record Question(
            TenantId tenant,
            UnitCode unit,
            ModelKey model,
            @Nullable Period from,
            @Nullable Period to,
            Instant at) {
        int first() {
            return from == null ? Integer.MIN_VALUE : PeriodOrder.startOf(from);
        }

        int last() {
            return to == null ? Integer.MAX_VALUE : PeriodOrder.endOf(to);
        }
    }

    private Timeline answer(Question asked) {
        return database.read(asked.tenant(), jdbc -> {
            KnownUnits.require(jdbc, asked.tenant(), asked.unit());
            var model = KnownModel.require(jdbc, asked.tenant(), asked.model());
            var points = StagePoints.of(
                    jdbc, asked.tenant(), asked.unit(), asked.model(), asked.first(), asked.last(), asked.at());
            var unit = asked.unit().value();
            var targets =
                    Milestones.of(jdbc, asked.tenant(), List.of(unit), model, asked.first(), asked.last(), asked.at());
            var report = new TimelineReport(
                    model,
                    TenantCalendar.of(jdbc, asked.tenant()),
                    reasons.of(jdbc, asked.tenant(), points),
                    Milestones.waiting(
                            jdbc, asked.tenant(), List.of(unit), model, asked.first(), asked.last(), asked.at()));
            return new Timeline(
                    unit,
                    asked.model().value(),
                    points.stream().map(it -> report.point(unit, it)).toList(),
                    targets.getOrDefault(unit, List.of()));
        });
    }
}

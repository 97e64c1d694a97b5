package io.cairn.reporting.asof;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Allowed;
import io.cairn.platform.identity.Caller;
import io.cairn.platform.identity.Role;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.web.ReadsViews;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.KnownView;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.past.Past;
import io.cairn.reporting.past.PastAssessment;
import io.cairn.reporting.past.PastAssessments;
import io.cairn.reporting.past.PastView;
import io.cairn.reporting.point.DecisionReasons;
import io.cairn.reporting.point.StagePoint;
import io.cairn.reporting.point.StagePoints;
import io.cairn.reporting.point.StagePointsView;
import io.cairn.reporting.request.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final Past past;
    private final DecisionReasons reasons;
    private final Clock clock;

    AsOfController(TenantDatabase database, Past past, DecisionReasons reasons, Clock clock) {
        this.database = database;
        this.past = past;
        this.reasons = reasons;
        this.clock = clock;
    }

    private record Question(
            TenantId tenant,
            UnitCode unit,
            ModelKey model,
            Period effective,
            @Nullable Instant recorded) {
        Instant at() {
            return recorded == null ? Asked.NOW : recorded;
        }
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
        return database.read(tenant, jdbc -> {
            var subject = PastAssessments.subject(jdbc, tenant, id)
                    .orElseThrow(() -> Problem.notFound().exception());
            var asked = new Question(
                    tenant, subject.unit(), subject.model(), period == null ? subject.period() : period, at);
            return answer(
                    jdbc,
                    asked,
                    period == null ? PastAssessments.byId(jdbc, tenant, id, asked.at()) : latest(jdbc, asked));
        });
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
        return database.read(tenant, jdbc -> {
            KnownUnits.require(jdbc, tenant, unit);
            var effectively = period == null ? TenantCalendar.of(jdbc, tenant).periodOf(LocalDate.now(clock)) : period;
            var asked = new Question(tenant, unit, key, effectively, at);
            return answer(jdbc, asked, latest(jdbc, asked));
        });
    }

    private static Optional<PastAssessment> latest(JdbcClient jdbc, Question asked) {
        return PastAssessments.latest(jdbc, asked.tenant(), asked.unit(), asked.model(), asked.effective(), asked.at());
    }

    private AsOf answer(JdbcClient jdbc, Question asked, Optional<PastAssessment> assessment) {
        var tenant = asked.tenant();
        var model = KnownModel.require(jdbc, tenant, asked.model());
        var calendar = TenantCalendar.of(jdbc, tenant);
        var known = assessment
                .map(it -> past.of(jdbc, tenant, it, calendar, asked.at()))
                .orElse(null);
        var order = known == null ? 0 : PeriodOrder.of(known.assessment().period());
        var points = known == null
                ? List.<StagePoint>of()
                : StagePoints.of(jdbc, tenant, asked.unit(), asked.model(), order, order, asked.at());
        var report = new AsOfReport(model, calendar, reasons.of(jdbc, tenant, points));
        return report.of(
                asked.unit().value(),
                new AsOf.Asked(asked.effective(), asked.recorded()),
                known,
                points.isEmpty() ? null : points.getFirst());
    }
}

package io.cairn.reporting.asof;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.past.Past;
import io.cairn.reporting.past.PastAssessment;
import io.cairn.reporting.past.PastAssessments;
import io.cairn.reporting.point.DecisionReasons;
import io.cairn.reporting.point.StagePoint;
import io.cairn.reporting.point.StagePoints;
import io.cairn.reporting.request.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was known of a unit's answers, profile and stage. */
@Component
class AsOfs {
    private final Past past;
    private final DecisionReasons reasons;
    private final Clock clock;

    AsOfs(Past past, DecisionReasons reasons, Clock clock) {
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

    /** @param period null for that of the assessment, be it cancelled; else the latest of the unit's up to it */
    AsOf ofAssessment(JdbcClient jdbc, TenantId tenant, UUID id, @Nullable Period period, @Nullable Instant recorded) {
        var subject = PastAssessments.subject(jdbc, tenant, id)
                .orElseThrow(() -> Problem.notFound().exception());
        var asked = new Question(
                tenant, subject.unit(), subject.model(), period == null ? subject.period() : period, recorded);
        return answer(
                jdbc, asked, period == null ? PastAssessments.byId(jdbc, tenant, id, asked.at()) : latest(jdbc, asked));
    }

    /** @param period null for that of today */
    AsOf ofUnit(
            JdbcClient jdbc,
            TenantId tenant,
            UnitCode unit,
            ModelKey model,
            @Nullable Period period,
            @Nullable Instant recorded) {
        KnownUnits.require(jdbc, tenant, unit);
        var effective = period == null ? TenantCalendar.of(jdbc, tenant).periodOf(LocalDate.now(clock)) : period;
        var asked = new Question(tenant, unit, model, effective, recorded);
        return answer(jdbc, asked, latest(jdbc, asked));
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

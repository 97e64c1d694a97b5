package io.cairn.reporting.timeline;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.point.DecisionReasons;
import io.cairn.reporting.point.StagePoints;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads timelines. */
@Component
public class Timelines {
    private final DecisionReasons reasons;

    Timelines(DecisionReasons reasons) {
        this.reasons = reasons;
    }

    /**
     * Periods that end within {@code from}..{@code to}, as known at {@code at}.
     *
     * @param from, to null leaves that side open
     */
    public record Question(
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

    /** 404 for a unit or model that nobody knows. */
    public Timeline answer(JdbcClient jdbc, TenantId tenant, Question asked) {
        KnownUnits.require(jdbc, tenant, asked.unit());
        var model = KnownModel.require(jdbc, tenant, asked.model());
        var points = StagePoints.of(jdbc, tenant, asked.unit(), asked.model(), asked.first(), asked.last(), asked.at());
        var unit = asked.unit().value();
        var targets = Milestones.of(jdbc, tenant, List.of(unit), model, asked.first(), asked.last(), asked.at());
        var report = new TimelineReport(
                model,
                TenantCalendar.of(jdbc, tenant),
                reasons.of(jdbc, tenant, points),
                Milestones.waiting(jdbc, tenant, List.of(unit), model, asked.first(), asked.last(), asked.at()));
        return new Timeline(
                unit,
                asked.model().value(),
                points.stream().map(it -> report.point(unit, it)).toList(),
                targets.getOrDefault(unit, List.of()));
    }
}

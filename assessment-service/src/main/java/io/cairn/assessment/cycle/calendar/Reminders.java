package io.cairn.assessment.cycle.calendar;

import io.cairn.assessment.assessment.Assessments;
import io.cairn.assessment.cycle.CycleUnits;
import io.cairn.assessment.cycle.Cycles;
import io.cairn.assessment.delivery.Courier;
import io.cairn.assessment.notice.About;
import io.cairn.assessment.notice.Notice;
import io.cairn.assessment.notice.NoticeKind;
import io.cairn.assessment.notice.Notices;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.ActorId;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.platform.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reminders that are due, each noted once, and told as it is: no events, since they change nothing that is decided on. */
@Component
final class Reminders {
    /** An assessment is reminded of once for each day asked for, whoever notes it first. */
    private static final String NOTE = "with " + CycleUnits.BELOW + """
            insert into platform.reminder (tenant_id, cycle, assessment, unit, model_key, model_version, period,
                last_day, days_before, days_left, noted_at)
            select a.tenant_id, :cycle, a.id, u.code, :model, :version, :period, :lastDay, :daysBefore, :daysLeft, :now
            from assessment.unit u
            join assessment.cycle_assessment a on a.unit = u.code and a.model_key = :model
                and a.period_end = :periodEnd and a.period_months = :periodMonths
            where a.status in ('open', 'submitted') and a.finalized_at is null
            and (u.last_day is null or u.last_day >= :lastDay)
            and\s""" + CycleUnits.IN_SCOPE + """
            order by u.code
            on conflict (tenant_id, assessment, days_before) do nothing
            returning *
            """;

    private static final ActorId SYSTEM = new ActorId("system");

    private final TenantDatabase database;
    private final Assessments assessments;
    private final Notices notices;
    private final Courier courier;

    Reminders(TenantDatabase database, Assessments assessments, Notices notices, Courier courier) {
        this.database = database;
        this.assessments = assessments;
        this.notices = notices;
        this.courier = courier;
    }

    /**
     * A reminder as the API shows it.
     *
     * @param daysBefore the last day of the period it was asked for
     * @param daysLeft until the last day when it was noted
     */
    record Reminder(
            long number,
            UUID cycle,
            UUID assessment,
            UnitCode unit,
            ModelRef model,
            Period period,
            LocalDate lastDay,
            int daysBefore,
            int daysLeft,
            Instant at) {}

    /** For every unit of the cycle that has not finalized, if one is due today; whom it is for is told so at once. */
    void note(TenantId tenant, Cycles.Found found, LocalDate today, Instant now) {
        var cycle = found.state();
        var left = ChronoUnit.DAYS.between(today, cycle.lastDay());
        cycle.reminderDays()
                .due(left)
                .ifPresent(daysBefore -> database.write(tenant, jdbc -> {
                    var noted = jdbc.sql(NOTE)
                            .param("under", CycleUnits.under(cycle.scope()))
                            .param("units", CycleUnits.text(cycle.scope()))
                            .param("cycle", found.id())
                            .param("model", cycle.model().key().value())
                            .param("version", cycle.model().version().toString())
                            .param("period", cycle.period().toString())
                            .param("periodEnd", cycle.period().endMonth())
                            .param("periodMonths", cycle.period().cadence().months())
                            .param("lastDay", cycle.lastDay())
                            .param("daysBefore", daysBefore)
                            .param("daysLeft", left)
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .query(Reminders::reminder)
                            .list();
                    for (var reminder : noted) notices.tell(jdbc, tenant, notice(tenant, reminder));
                    return noted.size();
                }));
        courier.hurry();
    }

    /** To those assigned, or where nobody is, to all who may answer. */
    private Notice notice(TenantId tenant, Reminder it) {
        var assigned = assessments
                .find(tenant, it.assessment())
                .state()
                .panel()
                .respondents()
                .keySet();
        var id = new StreamId(tenant, StreamType.ASSESSMENT, it.assessment())
                .part("reminder", Integer.toString(it.daysBefore()));
        return new Notice(
                id,
                NoticeKind.ASSESSMENT_DUE,
                About.assessment(it.assessment(), it.unit(), it.model(), it.period())
                        .due(it.cycle(), it.lastDay(), it.daysLeft()),
                SYSTEM,
                it.at(),
                assigned,
                assigned.isEmpty() ? Set.of(Role.RESPONDENT, Role.FACILITATOR) : Set.of(Role.FACILITATOR));
    }

    /** In the order in which they were noted. @param after the number behind which to begin, 0 at the beginning */
    List<Reminder> behind(TenantId tenant, long after, int atMost) {
        return database.read(
                tenant,
                jdbc -> jdbc.sql("select * from platform.reminder where number > :after order by number limit :atMost")
                        .param("after", after)
                        .param("atMost", atMost)
                        .query(Reminders::reminder)
                        .list());
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getLong("number"),
                row.getObject("cycle", UUID.class),
                row.getObject("assessment", UUID.class),
                new UnitCode(row.getString("unit")),
                ModelRef.of(row.getString("model_key"), row.getString("model_version")),
                Period.parse(row.getString("period")),
                row.getObject("last_day", LocalDate.class),
                row.getInt("days_before"),
                row.getInt("days_left"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }
}

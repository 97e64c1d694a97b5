package io.cairn.assessment.cycle.progress;

import io.cairn.assessment.cycle.CycleState;
import io.cairn.assessment.cycle.CycleUnits;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the units of a cycle stand, from the views. Those are the units in scope that have an assessment, and while the
 * period runs those that are about to get one.
 */
@Component
final class Standings {
    /** A unit that retires before the last day owes nothing. */
    private static final String LINES = "with " + CycleUnits.BELOW + """
            , met as (
                select u.code, u.name, a.id, a.status, a.finalized_at,
                    a.finalized_at is null and (:closed or a.status = 'cancelled') as given_up,
                    u.last_day is null or u.last_day >= :lastDay as owed
                from assessment.unit u
                left join assessment.cycle_assessment a on a.unit = u.code and a.model_key = :model
                    and a.period_end = :periodEnd and a.period_months = :periodMonths
                where (a.id is not null or (not :closed and :today <= :lastDay
                    and (u.last_day is null or u.last_day >= :today)))
                and\s""" + CycleUnits.IN_SCOPE + """
            ), line as (
                select code, name, id, status, finalized_at, owed and given_up as skipped,
                    owed and not given_up and coalesce((finalized_at at time zone 'UTC')::date, :today) > :lastDay as late
                from met)
            """;

    private final TenantDatabase database;

    Standings(TenantDatabase database) {
        this.database = database;
    }

    /**
     * @param status null while it has no assessment
     * @param finalizedAt for the first time
     */
    record Line(
            UnitCode unit,
            String name,
            @Nullable UUID assessment,
            @Nullable AssessmentStatus status,
            @Nullable Instant finalizedAt,
            boolean late,
            boolean skipped) {}

    /** How many units there are in all, and of these. */
    record Counts(int units, int open, int submitted, int finalized, int late, int skipped) {}

    Counts counts(TenantId tenant, CycleState.Known cycle, LocalDate today) {
        return database.read(
                tenant,
                jdbc -> lines(jdbc, """
                        select count(*) as units, count(*) filter (where status = 'open') as open,
                            count(*) filter (where status = 'submitted') as submitted,
                            count(*) filter (where status = 'finalized') as finalized,
                            count(*) filter (where late) as late, count(*) filter (where skipped) as skipped
                        from line""", cycle, today)
                        .query((row, number) -> new Counts(
                                row.getInt("units"),
                                row.getInt("open"),
                                row.getInt("submitted"),
                                row.getInt("finalized"),
                                row.getInt("late"),
                                row.getInt("skipped")))
                        .single());
    }

    /** In the order of their codes. @param after the code behind which to begin, empty at the beginning */
    List<Line> behind(TenantId tenant, CycleState.Known cycle, LocalDate today, String after, int atMost) {
        return database.read(
                tenant,
                jdbc -> lines(jdbc, "select * from line where code > :after order by code limit :atMost", cycle, today)
                        .param("after", after)
                        .param("atMost", atMost)
                        .query(Standings::line)
                        .list());
    }

    private static JdbcClient.StatementSpec lines(
            JdbcClient jdbc, String select, CycleState.Known cycle, LocalDate today) {
        return jdbc.sql(LINES + select)
                .param("under", CycleUnits.under(cycle.scope()))
                .param("units", CycleUnits.text(cycle.scope()))
                .param("model", cycle.model().key().value())
                .param("periodEnd", cycle.period().endMonth())
                .param("periodMonths", cycle.period().cadence().months())
                .param("closed", cycle.closed())
                .param("lastDay", cycle.lastDay())
                .param("today", today);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var status = row.getString("status");
        var finalizedAt = row.getObject("finalized_at", OffsetDateTime.class);
        return new Line(
                new UnitCode(row.getString("code")),
                row.getString("name"),
                row.getObject("id", UUID.class),
                status == null ? null : AssessmentStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                finalizedAt == null ? null : finalizedAt.toInstant(),
                row.getBoolean("late"),
                row.getBoolean("skipped"));
    }
}

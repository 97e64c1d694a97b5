package io.cairn.reporting.stages;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where every unit stood in a period, as known at a time.
 *
 * @param day units whose last day is before it are left out
 */
record Stages(
        KnownModel model,
        Period period,
        LocalDate day,
        Instant at,
        @Nullable UnitCode under) {
    private static final int AT_ONCE = 500;

    /**
     * @param asked the period, null for the one of today and units that are there today
     */
    static Stages of(
            JdbcClient jdbc,
            TenantId tenant,
            ModelKey model,
            @Nullable Period asked,
            Instant at,
            @Nullable UnitCode under,
            LocalDate today) {
        KnownUnits.require(jdbc, tenant, under);
        var calendar = TenantCalendar.of(jdbc, tenant);
        return new Stages(
                KnownModel.require(jdbc, tenant, model),
                asked == null ? calendar.periodOf(today) : asked,
                asked == null ? today : calendar.days(asked).to(),
                at,
                under);
    }

    List<UnitStage> page(JdbcClient jdbc, TenantId tenant, @Nullable String after, int limit) {
        return asked(jdbc, tenant, after, limit)
                .query((row, number) -> unit(row))
                .list();
    }

    /** All of them, one by one from the database's cursor. */
    void each(JdbcClient jdbc, TenantId tenant, Table.Taker<UnitStage> taker) throws IOException {
        var units = asked(jdbc, tenant, null, Integer.MAX_VALUE).withFetchSize(AT_ONCE);
        try (var all = units.query((row, number) -> unit(row)).stream()) {
            for (var unit : (Iterable<UnitStage>) all::iterator) taker.take(unit);
        }
    }

    private JdbcClient.StatementSpec asked(JdbcClient jdbc, TenantId tenant, @Nullable String after, int limit) {
        return jdbc.sql(StagesSql.PAGE)
                .param("tenant", tenant.value())
                .param("model", model.key().value())
                .param("period", PeriodOrder.of(period))
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("under", under == null ? null : under.value())
                .param("after", after)
                .param("limit", limit);
    }

    private UnitStage unit(ResultSet row) throws SQLException {
        var period = row.getString("period");
        var latest = row.getString("latest_period");
        return new UnitStage(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                period != null ? "staged" : latest != null ? "no-stage" : "never-assessed",
                period,
                stage(row, "stage", "model_version"),
                row.getObject("score", Double.class),
                row.getObject("max_score", Double.class),
                row.getObject("coverage", Double.class),
                row.getString("model_version"),
                period == null
                        ? null
                        : row.getObject("recorded_from", OffsetDateTime.class).toInstant(),
                isPending(period, latest, row) ? pending(String.valueOf(latest), row) : null);
    }

    /** Beside the stage of the same period, too, what was found anew or is proposed again may wait. */
    private static boolean isPending(@Nullable String period, @Nullable String latest, ResultSet row)
            throws SQLException {
        if (latest == null) return false;
        return !latest.equals(period) || row.getObject("proposed_ordinal", Integer.class) != null;
    }

    private UnitStage.Pending pending(String period, ResultSet row) throws SQLException {
        return new UnitStage.Pending(
                period,
                stage(row, "proposed", "latest_version"),
                row.getString("undetermined"),
                row.getString("result").equals("reopened"));
    }

    private KnownModel.@Nullable NamedStage stage(ResultSet row, String what, String version) throws SQLException {
        var ordinal = row.getObject(what + "_ordinal", Integer.class);
        if (ordinal == null) return null;
        return model.titled(
                new StageRef(ordinal, row.getString(what + "_key")), ModelVersion.parse(row.getString(version)));
    }
}

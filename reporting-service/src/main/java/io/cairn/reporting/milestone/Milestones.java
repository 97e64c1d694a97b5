package io.cairn.reporting.milestone;

import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Targets of units under one model, as known at a time. */
public final class Milestones {
    private Milestones() {}

    private record OfUnit(String unit, Milestone milestone) {}

    private record OfPeriod(String key, String cause) {}

    /**
     * By unit, each in the order of periods, the unit as a whole first.
     *
     * @param from, to places in the order of periods, both included
     */
    public static Map<String, List<Milestone>> of(
            JdbcClient jdbc,
            TenantId tenant,
            Collection<String> units,
            KnownModel model,
            int from,
            int to,
            Instant at) {
        if (units.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                        select * from reporting.target_state
                        where tenant_id = :tenant and model_key = :model and unit_code = any(string_to_array(:units, ' '))
                            and period_order between :from and :to and recorded_from <= :at and recorded_to > :at
                        order by unit_code, period_order, dimension
                        """)
                .param("tenant", tenant.value())
                .param("model", model.key().value())
                .param("units", String.join(" ", units))
                .param("from", from)
                .param("to", to)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OfUnit(row.getString("unit_code"), milestone(row, model)))
                .stream()
                .collect(Collectors.groupingBy(
                        OfUnit::unit, Collectors.mapping(OfUnit::milestone, Collectors.toList())));
    }

    /** Of one unit as a whole, whatever the period. */
    public static List<Milestone> ofWhole(
            JdbcClient jdbc, TenantId tenant, UnitCode unit, KnownModel model, Instant at) {
        var all = of(jdbc, tenant, List.of(unit.value()), model, Integer.MIN_VALUE, Integer.MAX_VALUE, at);
        return all.getOrDefault(unit.value(), List.of()).stream()
                .filter(it -> it.dimension() == null)
                .toList();
    }

    /** Why the proposals of units wait, by {@link #key}. */
    public static Map<String, String> waiting(
            JdbcClient jdbc,
            TenantId tenant,
            Collection<String> units,
            KnownModel model,
            int from,
            int to,
            Instant at) {
        if (units.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                        select unit_code, period_order, cause from reporting.waiting_proposal
                        where tenant_id = :tenant and model_key = :model and unit_code = any(string_to_array(:units, ' '))
                            and period_order between :from and :to and recorded_from <= :at and recorded_to > :at
                        """)
                .param("tenant", tenant.value())
                .param("model", model.key().value())
                .param("units", String.join(" ", units))
                .param("from", from)
                .param("to", to)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OfPeriod(
                        key(row.getString("unit_code"), row.getInt("period_order")), row.getString("cause")))
                .stream()
                .collect(Collectors.toMap(OfPeriod::key, OfPeriod::cause));
    }

    /** @param period its place in the order of periods */
    public static String key(String unit, int period) {
        return unit + " " + period;
    }

    private static Milestone milestone(ResultSet row, KnownModel model) throws SQLException {
        var period = Period.parse(row.getString("period"));
        var reached = row.getString("reached_in");
        var reachedIn = reached == null ? null : Period.parse(reached);
        var missedAt = instant(row, "missed_at");
        var dimension = row.getString("dimension");
        return new Milestone(
                period,
                dimension.isEmpty() ? null : dimension,
                model.titled(
                        new StageRef(row.getInt("stage_ordinal"), row.getString("stage_key")),
                        ModelVersion.parse(row.getString("model_version"))),
                Milestone.status(period, missedAt != null, reachedIn),
                missedAt,
                reachedIn,
                instant(row, "reached_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

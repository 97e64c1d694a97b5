package io.cairn.reporting.point;

import io.cairn.language.ModelKey;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit's points under one model, as known at a time. */
public final class StagePoints {
    private StagePoints() {}

    /** A whole row of {@code reporting.stage_point}. */
    public static StagePoint read(ResultSet row, int number) throws SQLException {
        return StagePointRow.read(row, number);
    }

    /**
     * In the order of their periods; those of cancelled assessments do not count.
     *
     * @param from, to places in the order of periods, both included
     */
    public static List<StagePoint> of(
            JdbcClient jdbc, TenantId tenant, UnitCode unit, ModelKey model, int from, int to, Instant at) {
        return jdbc.sql("""
                        select * from reporting.stage_point
                        where tenant_id = :tenant and model_key = :model and unit_code = :unit
                            and period_order between :from and :to
                            and recorded_from <= :at and recorded_to > :at
                            and result <> 'cancelled'
                        order by period_order
                        """)
                .param("tenant", tenant.value())
                .param("model", model.value())
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(StagePointRow::read)
                .list();
    }

    /** As {@link #of}, of several units, by their codes. */
    public static Map<String, List<StagePoint>> ofAll(
            JdbcClient jdbc, TenantId tenant, Collection<String> units, ModelKey model, int from, int to, Instant at) {
        if (units.isEmpty()) return Map.of();
        return jdbc
                .sql("""
                        select * from reporting.stage_point
                        where tenant_id = :tenant and model_key = :model and unit_code = any(string_to_array(:units, ' '))
                            and period_order between :from and :to
                            and recorded_from <= :at and recorded_to > :at
                            and result <> 'cancelled'
                        order by unit_code, period_order
                        """)
                .param("tenant", tenant.value())
                .param("model", model.value())
                .param("units", String.join(" ", units))
                .param("from", from)
                .param("to", to)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getString("unit_code"), StagePointRow.read(row, number)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}

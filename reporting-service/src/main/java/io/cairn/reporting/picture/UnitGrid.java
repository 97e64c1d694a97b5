package io.cairn.reporting.picture;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownUnits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Units and the stages of their periods, as known at a time.
 *
 * @param periods that any of the units has a stage in, the last {@value #PERIODS} at most
 * @param units by code, {@value #UNITS} at most, of {@code all} there are
 */
public record UnitGrid(List<String> periods, List<Row> units, long all) {
    static final int PERIODS = 40;
    static final int UNITS = 60;

    private static final String SQL = """
            with recursive %s, unit as (
                select code, name, count(*) over () as all_units
                from reporting.unit_fact
                where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at
                    and (last_day is null or last_day >= :day)
                    and (cast(:under as text) is null or code in (select code from subtree))
                order by code
                limit :units
            )
            select u.code, u.name, u.all_units, p.period, p.period_order, p.stage_ordinal,
                p.stage_key, p.model_version
            from unit u
            left join reporting.stage_point p on p.tenant_id = :tenant and p.model_key = :model
                and p.unit_code = u.code and p.period_order between :from and :to
                and p.recorded_from <= :at and p.recorded_to > :at and p.stage_ordinal is not null
            order by u.code, p.period_order
            """.formatted(KnownUnits.SUBTREE);

    /** @param version under which the stage was found */
    public record Place(StageRef stage, ModelVersion version) {}

    /** @param stages by period */
    public record Row(String code, String name, Map<String, Place> stages) {}

    /**
     * @param from, to places in the order of periods, both included
     * @param day units whose last day is before it are left out
     */
    public record Question(
            ModelKey model, int from, int to, @Nullable UnitCode under, LocalDate day, Instant at) {}

    public static UnitGrid read(JdbcClient jdbc, TenantId tenant, Question asked) {
        var periods = new TreeMap<Integer, String>();
        var units = new LinkedHashMap<String, Row>();
        var all = new long[1];
        jdbc.sql(SQL)
                .param("tenant", tenant.value())
                .param("model", asked.model().value())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("under", asked.under() == null ? null : asked.under().value())
                .param("day", asked.day())
                .param("at", asked.at().atOffset(ZoneOffset.UTC))
                .param("units", UNITS)
                .query(row -> {
                    var code = row.getString("code");
                    var name = row.getString("name");
                    all[0] = row.getLong("all_units");
                    var unit = units.computeIfAbsent(code, it -> new Row(it, name, new LinkedHashMap<>()));
                    var period = row.getString("period");
                    if (period == null) return;
                    periods.put(row.getInt("period_order"), period);
                    unit.stages()
                            .put(
                                    period,
                                    new Place(
                                            new StageRef(row.getInt("stage_ordinal"), row.getString("stage_key")),
                                            ModelVersion.parse(row.getString("model_version"))));
                });
        var shown = List.copyOf(periods.values());
        return new UnitGrid(
                shown.subList(Math.max(0, shown.size() - PERIODS), shown.size()), List.copyOf(units.values()), all[0]);
    }
}

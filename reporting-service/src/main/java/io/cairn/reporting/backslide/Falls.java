package io.cairn.reporting.backslide;

import io.cairn.language.TenantId;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.point.StagePoint;
import io.cairn.reporting.point.StagePoints;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds them: each point with a stage against the one before it that has one, in the order of periods, then units. A
 * stage counts as in journeys: who left before the end of a period is not at its stage, and of several periods that end
 * together the longest counts.
 */
final class Falls {
    private static final String FALLS = """
            with recursive %s, staged as (
                select unit_code, period_order, period_order / 100 as months, stage_ordinal
                from reporting.stage_point
                where tenant_id = :tenant and model_key = :model and period_order <= :to
                    and recorded_to > :at and recorded_from <= :at
                    and stage_ordinal is not null
                    and (cast(:under as text) is null or unit_code in (select code from subtree))
            ), seen as (
                select distinct on (s.unit_code, s.months) s.* from staged s
                left join reporting.unit_fact u on u.tenant_id = :tenant and u.code = s.unit_code
                    and u.recorded_from <= :at and u.recorded_to > :at
                where u.last_day is null or u.last_day >= cast(
                    make_date((s.months - 1) / 12, :month, :day)
                        + make_interval(months => (s.months - 1) %% 12 + 1) as date) - 1
                order by s.unit_code, s.months, s.period_order desc
            ), point as (
                select unit_code, period_order, stage_ordinal,
                    lag(period_order) over journey as before_order,
                    lag(stage_ordinal) over journey as before_ordinal
                from seen
                window journey as (partition by unit_code order by period_order)
            )
            select unit_code, before_order, period_order from point
            where before_ordinal > stage_ordinal and period_order > :from
                and (period_order, unit_code) > (:order, cast(:unit as text) collate "C")
            order by period_order, unit_code
            limit :limit
            """.formatted(KnownUnits.SUBTREE);

    private Falls() {}

    private record Key(String unit, int order) {}

    private record Found(String unit, int before, int order) {}

    /** @param after the last one's place and unit; null at the beginning */
    static List<Fall> read(JdbcClient jdbc, TenantId tenant, Scope scope, @Nullable List<String> after, int limit) {
        var from = scope.from();
        var under = scope.under();
        var start = TenantCalendar.of(jdbc, tenant).fiscal().yearStart();
        var found = jdbc.sql(FALLS)
                .param("month", start.getMonthValue())
                .param("day", start.getDayOfMonth())
                .param("tenant", tenant.value())
                .param("model", scope.model().value())
                .param("from", from == null ? 0 : PeriodOrder.endOf(from))
                .param("to", PeriodOrder.endOf(scope.window().to()))
                .param("under", under == null ? null : under.value())
                .param("at", scope.at().atOffset(ZoneOffset.UTC))
                .param("order", after == null ? 0 : Integer.parseInt(after.getFirst()))
                .param("unit", after == null ? "" : after.getLast())
                .param("limit", limit)
                .query((row, number) ->
                        new Found(row.getString("unit_code"), row.getInt("before_order"), row.getInt("period_order")))
                .list();
        var points = points(jdbc, tenant, scope, found);
        return found.stream()
                .map(it -> new Fall(
                        it.unit(),
                        it.before(),
                        it.order(),
                        Objects.requireNonNull(points.get(new Key(it.unit(), it.before()))),
                        Objects.requireNonNull(points.get(new Key(it.unit(), it.order())))))
                .toList();
    }

    private static Map<Key, StagePoint> points(JdbcClient jdbc, TenantId tenant, Scope scope, List<Found> found) {
        var points = new HashMap<Key, StagePoint>();
        if (found.isEmpty()) return points;
        jdbc.sql("""
                        select * from reporting.stage_point
                        where tenant_id = :tenant and model_key = :model and unit_code = any(:units)
                            and period_order = any(:orders)
                            and recorded_to > :at and recorded_from <= :at
                        """)
                .param("tenant", tenant.value())
                .param("model", scope.model().value())
                .param("units", found.stream().map(Found::unit).distinct().toArray(String[]::new))
                .param(
                        "orders",
                        found.stream()
                                .flatMap(it -> List.of(it.before(), it.order()).stream())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("at", scope.at().atOffset(ZoneOffset.UTC))
                .query((row, number) -> points.put(
                        new Key(row.getString("unit_code"), row.getInt("period_order")), StagePoints.read(row, number)))
                .list();
        return points;
    }
}

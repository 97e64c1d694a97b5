package io.cairn.reporting.portfolio;

import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.point.DimensionPoint;
import io.cairn.reporting.point.StagePoint;
import io.cairn.reporting.point.StagePoints;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a portfolio: one query for the units of a page, and one each for what is told of them.
 *
 * @param first, last places in the order of periods, both included
 * @param day units whose last day is before it are left out, null for none
 * @param top whose subtree it is, null for the whole company
 */
record HeatMap(
        KnownModel model,
        int first,
        int last,
        @Nullable LocalDate day,
        Instant at,
        @Nullable UnitCode top,
        boolean dimensions) {
    private static final String UNITS = """
            with recursive %s
            select code, name, parent
            from reporting.unit_fact
            where tenant_id = :tenant and recorded_from <= :at and recorded_to > :at
                and (cast(:day as date) is null or last_day is null or last_day >= :day)
                and (cast(:after as text) is null or code > :after)
                and (cast(:under as text) is null or code in (select code from subtree))
            order by code
            limit :limit
            """.formatted(KnownUnits.SUBTREE);

    private static final String PERIODS = """
            select distinct period, period_order from reporting.stage_point
            where tenant_id = :tenant and model_key = :model and period_order between :first and :last
                and recorded_from <= :at and recorded_to > :at and result <> 'cancelled'
            order by period_order
            """;

    private record Unit(String code, String name, @Nullable String parent) {}

    List<Period> periods(JdbcClient jdbc, TenantId tenant) {
        return jdbc.sql(PERIODS)
                .param("tenant", tenant.value())
                .param("model", model.key().value())
                .param("first", first)
                .param("last", last)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Period.parse(row.getString("period")))
                .list();
    }

    List<Portfolio.Row> page(JdbcClient jdbc, TenantId tenant, @Nullable String after, int limit) {
        var units = jdbc.sql(UNITS)
                .param("tenant", tenant.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("after", after)
                .param("under", top == null ? null : top.value())
                .param("limit", limit)
                .query((row, number) -> new Unit(row.getString("code"), row.getString("name"), row.getString("parent")))
                .list();
        var codes = units.stream().map(Unit::code).toList();
        var points = StagePoints.ofAll(jdbc, tenant, codes, model.key(), first, last, at);
        var targets = Milestones.of(jdbc, tenant, codes, model, first, last, at);
        var waiting = Milestones.waiting(jdbc, tenant, codes, model, first, last, at);
        return units.stream()
                .map(it -> new Portfolio.Row(
                        it.code(),
                        it.name(),
                        it.parent(),
                        points.getOrDefault(it.code(), List.of()).stream()
                                .map(point -> cell(it.code(), point, waiting))
                                .toList(),
                        targets.getOrDefault(it.code(), List.of())))
                .toList();
    }

    private Portfolio.Cell cell(String unit, StagePoint point, Map<String, String> waiting) {
        var version = point.modelVersion();
        var decision = point.decision();
        return new Portfolio.Cell(
                point.period(),
                model.named(point.stage(), version),
                model.named(point.proposed(), version),
                point.proposed() == null ? null : waiting.get(Milestones.key(unit, PeriodOrder.of(point.period()))),
                point.undetermined(),
                point.score(),
                point.max(),
                point.coverage(),
                version.toString(),
                point.assessment(),
                point.reopened(),
                decision == null ? null : decision.direction(),
                decision != null && decision.overridden(),
                dimensions
                        ? point.dimensions().stream()
                                .map(it -> inDimension(it, point))
                                .toList()
                        : null);
    }

    private Portfolio.InDimension inDimension(DimensionPoint dimension, StagePoint point) {
        return new Portfolio.InDimension(
                dimension.key(),
                model.dimensionTitle(dimension.key(), point.modelVersion()),
                dimension.score(),
                dimension.max(),
                model.named(dimension.stage(), point.modelVersion()),
                dimension.coverage());
    }
}

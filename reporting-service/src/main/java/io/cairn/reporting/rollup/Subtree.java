package io.cairn.reporting.rollup;

import io.cairn.language.ModelKey;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A unit and all below it, or the whole company, in a period, as known at a time.
 *
 * @param day units whose last day is before it are left out
 */
record Subtree(
        KnownModel model,
        Period period,
        LocalDate day,
        Instant at,
        @Nullable UnitCode top) {

    record Child(String code, String name) {}

    record Nodes(RollUp.Node all, List<RollUp.Node> children) {}

    /**
     * @param asked the period, null for the one of today and units that are there today
     */
    static Subtree of(
            JdbcClient jdbc,
            TenantId tenant,
            ModelKey model,
            @Nullable Period asked,
            Instant at,
            @Nullable UnitCode top,
            LocalDate today) {
        KnownUnits.require(jdbc, tenant, top);
        var calendar = TenantCalendar.of(jdbc, tenant);
        return new Subtree(
                KnownModel.require(jdbc, tenant, model),
                asked == null ? calendar.periodOf(today) : asked,
                asked == null ? today : calendar.days(asked).to(),
                at,
                top);
    }

    List<Child> children(JdbcClient jdbc, TenantId tenant, @Nullable String after, int limit) {
        return jdbc.sql(RollUpSql.CHILDREN)
                .param("tenant", tenant.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("under", top == null ? null : top.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Child(row.getString("code"), row.getString("name")))
                .list();
    }

    Nodes count(JdbcClient jdbc, TenantId tenant, List<Child> children) {
        var tallies = jdbc.sql(RollUpSql.COUNTS)
                .param("tenant", tenant.value())
                .param("model", model.key().value())
                .param("period", PeriodOrder.of(period))
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("under", top == null ? null : top.value())
                .param("children", children.stream().map(Child::code).collect(Collectors.joining(" ")))
                .query(Tally::read)
                .list();
        var byChild = tallies.stream()
                .filter(it -> it.child() != null)
                .collect(Collectors.groupingBy(it -> String.valueOf(it.child())));
        var name = top == null ? null : name(jdbc, tenant, top);
        return new Nodes(
                new NodeReport(model, top == null ? null : top.value(), name, tallies).node(),
                children.stream()
                        .map(it -> new NodeReport(
                                        model, it.code(), it.name(), byChild.getOrDefault(it.code(), List.of()))
                                .node())
                        .toList());
    }

    private @Nullable String name(JdbcClient jdbc, TenantId tenant, UnitCode unit) {
        return jdbc.sql("""
                        select name from reporting.unit_fact
                        where tenant_id = :tenant and code = :unit and recorded_from <= :at and recorded_to > :at
                        """)
                .param("tenant", tenant.value())
                .param("unit", unit.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(null);
    }
}

package io.cairn.reporting.journeys;

import io.cairn.language.Cadence;
import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.maturity.movement.Journey;
import io.cairn.maturity.movement.Seen;
import io.cairn.reporting.journeys.Journeys.Used;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads journeys in one query, with what came before the window, for only that tells when a stage began. A stage counts
 * as in {@code /reports/movement}: who left before the end of a period is not at its stage. Of several periods that end
 * together the longest counts.
 */
public final class JourneysQuery {
    private static final String STAGES = """
            with recursive %s
            select p.unit_code, p.period_order, p.stage_ordinal, p.stage_key, p.model_version, u.last_day
            from reporting.stage_point p
            left join reporting.unit_fact u on u.tenant_id = p.tenant_id and u.code = p.unit_code
                and u.recorded_from <= :at and u.recorded_to > :at
            where p.tenant_id = :tenant and p.model_key = :model and p.period_order <= :to
                and p.recorded_to > :at and p.recorded_from <= :at
                and p.stage_ordinal is not null
                and (cast(:under as text) is null or p.unit_code in (select code from subtree))
            order by p.unit_code, p.period_order
            """.formatted(KnownUnits.SUBTREE);

    /** No period is about a later one. */
    private static final int LAST_YEAR = 2998;

    private JourneysQuery() {}

    private record Row(
            String unit,
            int month,
            StageRef stage,
            ModelVersion version,
            @Nullable LocalDate lastDay) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("unit_code"),
                    PeriodOrder.endMonth(row.getInt("period_order")),
                    new StageRef(row.getInt("stage_ordinal"), row.getString("stage_key")),
                    ModelVersion.parse(row.getString("model_version")),
                    row.getObject("last_day", LocalDate.class));
        }
    }

    /** A unit or a model that nobody knows is a 404. */
    public static Journeys read(JdbcClient jdbc, TenantId tenant, Scope scope) {
        KnownUnits.require(jdbc, tenant, scope.under());
        var model = KnownModel.require(jdbc, tenant, scope.model());
        var calendar = TenantCalendar.of(jdbc, tenant);
        var rows = jdbc.sql(STAGES)
                .param("tenant", tenant.value())
                .param("model", scope.model().value())
                .param("to", PeriodOrder.endOf(scope.last()))
                .param("under", scope.under() == null ? null : scope.under().value())
                .param("at", scope.at().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Row.read(row))
                .list();
        return journeys(model, calendar, rows);
    }

    private static Journeys journeys(KnownModel model, TenantCalendar calendar, List<Row> rows) {
        var byUnit = new LinkedHashMap<String, List<Row>>();
        for (var row : rows)
            byUnit.computeIfAbsent(row.unit(), unit -> new ArrayList<>()).add(row);
        var all = new ArrayList<Journey>();
        var used = new LinkedHashSet<Used>();
        byUnit.forEach((unit, seen) -> {
            var left = left(calendar, seen.getFirst().lastDay());
            var months = new LinkedHashMap<Integer, Row>();
            for (var row : seen) if (left == null || row.month() <= left) months.put(row.month(), row);
            if (months.isEmpty()) return;
            for (var row : months.values()) used.add(new Used(row.stage(), row.version()));
            all.add(new Journey(
                    unit,
                    months.values().stream()
                            .map(row -> new Seen(row.month(), row.stage().ordinal()))
                            .toList(),
                    left));
        });
        return Journeys.of(model, all, List.copyOf(used));
    }

    /** The last day as a time on the axis of {@link Period#endMonth}. */
    private static @Nullable Double left(TenantCalendar calendar, @Nullable LocalDate lastDay) {
        if (lastDay == null || lastDay.getYear() > LAST_YEAR) return null;
        if (lastDay.getYear() <= Period.FIRST_YEAR) return 0.0;
        var quarter = calendar.fiscal().periodOf(lastDay, Cadence.QUARTERLY);
        var days = calendar.days(quarter);
        var whole = ChronoUnit.DAYS.between(days.from(), days.to().plusDays(1));
        var gone = ChronoUnit.DAYS.between(days.from(), lastDay.plusDays(1));
        var months = Cadence.QUARTERLY.months();
        return quarter.endMonth() - months + (double) months * gone / whole;
    }
}

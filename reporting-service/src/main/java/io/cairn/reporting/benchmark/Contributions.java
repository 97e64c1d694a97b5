package io.cairn.reporting.benchmark;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings.CompanyProfile;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.point.DimensionPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one result of each company that lets it count, read as the projector from the views of all tenants. */
final class Contributions {
    private static final String RESULTS = """
            with recursive unit as (
                select u.tenant_id, u.code, u.last_day, 0 as depth
                from reporting.unit_fact u
                join reporting.benchmark_company c on c.tenant_id = u.tenant_id and c.joined
                where u.parent is null and u.to_position is null
                union all
                select u.tenant_id, u.code, u.last_day, p.depth + 1
                from unit p
                join reporting.unit_fact u on u.tenant_id = p.tenant_id and u.parent = p.code and u.to_position is null
            )
            select c.tenant_id, c.industry, c.size, c.region, c.fiscal_year_start, unit.code, unit.depth,
                p.period, p.score, p.max_score, p.assessed_ordinal, p.dimensions
            from unit
            join reporting.benchmark_company c on c.tenant_id = unit.tenant_id
            join reporting.stage_point p on p.tenant_id = unit.tenant_id and p.unit_code = unit.code
                and p.model_key = :model and p.model_version = :version and p.to_position is null
                and p.result = 'standing' and p.period_order between :from and :to
            where unit.last_day is null or unit.last_day >= :last
            order by c.tenant_id, unit.code
            """;
    private static final int YEAR = 12;

    private Contributions() {}

    /** @param company as it is counted; {@code profile} and {@code result} as of now */
    record Contribution(TenantId company, CompanyProfile profile, UnitResult result) {}

    static List<Contribution> read(JdbcClient jdbc, ModelRef model, Period period) {
        var window = Window.of(period);
        var results = new LinkedHashMap<UUID, List<UnitResult>>();
        var profiles = new LinkedHashMap<UUID, CompanyProfile>();
        jdbc.sql(RESULTS)
                .param("model", model.key().value())
                .param("version", model.version().toString())
                // a fiscal year bears the number of the year it starts in, so its months may be up to a year later
                .param("from", PeriodOrder.startOf(period) - 2 * YEAR * 100)
                .param("to", PeriodOrder.endOf(period))
                .param("last", window.last())
                .query(row -> {
                    var result = result(row);
                    var calendar = FiscalCalendar.parse(row.getString("fiscal_year_start"));
                    if (!window.holds(result.period(), calendar)) return;
                    var tenant = row.getObject("tenant_id", UUID.class);
                    profiles.put(tenant, profile(row));
                    results.computeIfAbsent(tenant, key -> new ArrayList<>()).add(result);
                });
        return results.entrySet().stream().map(it -> contribution(it, profiles)).toList();
    }

    private static Contribution contribution(
            Map.Entry<UUID, List<UnitResult>> company, Map<UUID, CompanyProfile> profiles) {
        var profile = profiles.getOrDefault(company.getKey(), new CompanyProfile(null, null, null));
        return new Contribution(new TenantId(company.getKey()), profile, UnitResult.ofCompany(company.getValue()));
    }

    private static CompanyProfile profile(ResultSet row) throws SQLException {
        return new CompanyProfile(row.getString("industry"), row.getString("size"), row.getString("region"));
    }

    private static UnitResult result(ResultSet row) throws SQLException {
        var dimensions = row.getString("dimensions");
        return new UnitResult(
                row.getString("code"),
                row.getInt("depth"),
                Period.parse(row.getString("period")),
                row.getObject("score", Double.class),
                row.getObject("max_score", Double.class),
                row.getObject("assessed_ordinal", Integer.class),
                dimensions == null
                        ? List.of()
                        : List.of(CairnJson.mapper().readValue(dimensions, DimensionPoint[].class)));
    }
}

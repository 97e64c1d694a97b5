package io.cairn.reporting.asof;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was known of a unit for a period, with its answers. */
@Component
class UnitAsOfExport implements ExportableReport {
    private final AsOfs all;
    private final AsOfRows rows;

    UnitAsOfExport(AsOfs all, AsOfRows rows) {
        this.all = all;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "as-of";
    }

    @Override
    public String path() {
        return "/api/v1/reports/units/{code}/as-of";
    }

    @Override
    public Map<String, String> places() {
        return Map.of("code", "unit");
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var told = all.ofUnit(
                jdbc,
                tenant,
                Asked.unit("unit", Parameters.required(asked, "unit")),
                Asked.model(Parameters.required(asked, "model")),
                Asked.periodIfAny("effective", asked.get("effective")),
                Asked.instantIfAny("recorded", asked.get("recorded")));
        return rows.table(jdbc, tenant, told, language);
    }
}

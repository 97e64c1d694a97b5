package io.cairn.reporting.benchmark;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A group of companies over all releases of a version. */
@Component
class BenchmarkTrendExport implements ExportableReport {
    @Override
    public String name() {
        return "benchmark-trend";
    }

    @Override
    public String path() {
        return "/api/v1/benchmarks/{model}/trend";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var question = Benchmarks.asked(Parameters.required(asked, "model"), asked.get("group"), asked.get("version"));
        return BenchmarkRows.table(question.trend(jdbc, tenant));
    }
}

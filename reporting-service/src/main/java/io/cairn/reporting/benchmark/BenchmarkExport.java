package io.cairn.reporting.benchmark;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A group of companies in a release, and where one stands in it. */
@Component
class BenchmarkExport implements ExportableReport {
    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    public String path() {
        return "/api/v1/benchmarks/{model}/{period}";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var question = Benchmarks.asked(Parameters.required(asked, "model"), asked.get("group"), asked.get("version"));
        return BenchmarkRows.table(
                List.of(question.of(jdbc, tenant, Asked.period("period", Parameters.required(asked, "period")))));
    }
}

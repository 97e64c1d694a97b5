package io.cairn.reporting.forecast;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.forecast.StageForecast.Refusal;
import io.cairn.reporting.forecast.StageForecast.Share;
import io.cairn.reporting.journeys.JourneysQuery;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each stage of each period to come; one row that says why, where the data allow no forecast. */
@Component
class ForecastExport implements ExportableReport {
    private static final List<Column<Row>> COLUMNS = List.of(
            text("period", Row::period),
            text("stage", it -> it.share() == null ? null : it.share().stage()),
            column(
                    Kind.NUMBER,
                    "probability",
                    it -> it.share() == null ? null : it.share().p()),
            column(
                    Kind.NUMBER,
                    "low",
                    it -> it.share() == null ? null : it.share().low()),
            column(
                    Kind.NUMBER,
                    "high",
                    it -> it.share() == null ? null : it.share().high()),
            column(
                    Kind.NUMBER,
                    "expected",
                    it -> it.share() == null ? null : it.share().expected()),
            text("refused", it -> it.refusal() == null ? null : it.refusal().reason()),
            text("reason", it -> it.refusal() == null ? null : it.refusal().text()));

    private record Row(
            @Nullable String period,
            @Nullable Share share,
            @Nullable Refusal refusal) {}

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public String path() {
        return "/api/v1/reports/forecast";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var scope = Scope.asked(
                Parameters.required(asked, "model"),
                asked.get("under"),
                asked.get("from"),
                asked.get("to"),
                asked.get("recordedAt"));
        var until = Asked.period("until", Parameters.required(asked, "until"));
        var unit = Asked.unitIfAny("unit", asked.get("unit"));
        KnownUnits.require(jdbc, tenant, unit);
        var forecast = new ForecastReport(scope, JourneysQuery.read(jdbc, tenant, scope), unit, until).report();
        var rows = new ArrayList<Row>();
        if (forecast.why() != null) rows.add(new Row(null, null, forecast.why()));
        for (var point : forecast.points())
            for (var share : point.shares()) rows.add(new Row(point.period(), share, null));
        return Table.of(COLUMNS, rows);
    }
}

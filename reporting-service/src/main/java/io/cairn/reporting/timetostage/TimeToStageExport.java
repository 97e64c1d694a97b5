package io.cairn.reporting.timetostage;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.journeys.Curve.Share;
import io.cairn.reporting.journeys.JourneysQuery;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each figure: how many units there are, the median, and each point of the curves. */
@Component
class TimeToStageExport implements ExportableReport {
    private static final List<Column<Figure>> COLUMNS = List.of(
            text("figure", Figure::figure),
            column(Kind.NUMBER, "yearsAfter", Figure::yearsAfter),
            column(Kind.NUMBER, "years", Figure::years),
            column(Kind.WHOLE, "atRisk", Figure::atRisk),
            column(Kind.WHOLE, "units", Figure::units),
            column(Kind.NUMBER, "value", Figure::value),
            column(Kind.NUMBER, "standardError", Figure::standardError),
            column(Kind.NUMBER, "low", Figure::low),
            column(Kind.NUMBER, "high", Figure::high));

    private record Figure(
            String figure,
            @Nullable Double years,
            @Nullable Integer atRisk,
            @Nullable Integer units,
            @Nullable Double value,
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double yearsAfter) {}

    @Override
    public String name() {
        return "time-to-stage";
    }

    @Override
    public String path() {
        return "/api/v1/reports/time-to-stage";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var scope = Scope.asked(
                Parameters.required(asked, "model"),
                asked.get("under"),
                asked.get("from"),
                asked.get("to"),
                asked.get("recordedAt"));
        var stage = Parameters.required(asked, "stage");
        var journeys = JourneysQuery.read(jdbc, tenant, scope);
        return Table.of(COLUMNS, figures(new TimeToStageReport(scope, journeys, stage, asked.get("since")).report()));
    }

    private static List<Figure> figures(TimeToStage report) {
        var units = report.units();
        var figures = new ArrayList<Figure>();
        figures.add(count("counted", units.counted()));
        figures.add(count("late", units.late()));
        figures.add(count("ended-reached", units.reached()));
        figures.add(count("ended-left", units.left()));
        figures.add(count("still-waiting", units.waiting()));
        figures.add(count("already-there", units.alreadyThere()));
        figures.add(count("unknown-beginning", units.unknownBeginning()));
        var median = report.median();
        if (median != null)
            figures.add(
                    new Figure("median", null, null, null, median.years(), null, median.low(), median.high(), null));
        var points = report.points();
        if (points != null)
            for (var point : points) {
                var notReached = point.notReached();
                if (notReached != null) figures.add(share("not-reached", point, notReached));
                figures.add(share("reached", point, point.reached()));
                figures.add(share("left", point, point.left()));
                figures.add(new Figure(
                        "waiting", point.years(), point.atRisk(), null, point.waiting(), null, null, null, null));
            }
        var between = report.intervalCensored();
        if (between == null) return figures;
        var half = between.median();
        figures.add(
                turnbull("turnbull-median", half == null ? null : half.from(), half == null ? null : half.to(), null));
        for (var step : between.steps())
            figures.add(turnbull("turnbull-not-reached", step.from(), step.to(), step.lasting()));
        return figures;
    }

    /** Of a curve whose changes lie between two times. */
    private static Figure turnbull(
            String figure, @Nullable Double after, @Nullable Double years, @Nullable Double value) {
        return new Figure(figure, years, null, null, value, null, null, null, after);
    }

    private static Figure count(String figure, int units) {
        return new Figure(figure, null, null, units, null, null, null, null, null);
    }

    private static Figure share(String figure, TimeToStage.Point point, Share share) {
        return new Figure(
                figure,
                point.years(),
                point.atRisk(),
                share.ended(),
                share.p(),
                share.standardError(),
                share.low(),
                share.high(),
                null);
    }
}

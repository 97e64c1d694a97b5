package io.cairn.reporting.timeinstage;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.journeys.Curve;
import io.cairn.reporting.journeys.IntervalCurve;
import io.cairn.reporting.journeys.JourneysQuery;
import io.cairn.reporting.journeys.Scope;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each figure of each stage: how many units there are, the median, each point of its curves, and the rates. */
@Component
class TimeInStageExport implements ExportableReport {
    private static final List<Column<Figure>> COLUMNS = List.of(
            column(Kind.WHOLE, "stageOrdinal", it -> it.stage().ordinal()),
            text("stage", it -> it.stage().key()),
            text("stageTitle", it -> it.stage().title()),
            text("figure", Figure::figure),
            text("to", Figure::to),
            column(Kind.NUMBER, "yearsAfter", Figure::yearsAfter),
            column(Kind.NUMBER, "years", Figure::years),
            column(Kind.WHOLE, "atRisk", Figure::atRisk),
            column(Kind.WHOLE, "units", Figure::units),
            column(Kind.NUMBER, "value", Figure::value),
            column(Kind.NUMBER, "standardError", Figure::standardError),
            column(Kind.NUMBER, "low", Figure::low),
            column(Kind.NUMBER, "high", Figure::high));

    private record Figure(
            NamedStage stage,
            String figure,
            @Nullable String to,
            @Nullable Double years,
            @Nullable Integer atRisk,
            @Nullable Long units,
            @Nullable Double value,
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double yearsAfter) {
        /** Of a curve whose changes lie between two times: after the one, at the other at the latest. */
        static Figure between(NamedStage stage, String figure, IntervalCurve.Step step) {
            return new Figure(
                    stage, figure, null, step.to(), null, null, step.lasting(), null, null, null, step.from());
        }
    }

    @Override
    public String name() {
        return "time-in-stage";
    }

    @Override
    public String path() {
        return "/api/v1/reports/time-in-stage";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var scope = Scope.asked(
                Parameters.required(asked, "model"),
                asked.get("under"),
                asked.get("from"),
                asked.get("to"),
                asked.get("recordedAt"));
        var report = new TimeInStageReport(scope, JourneysQuery.read(jdbc, tenant, scope)).report();
        var figures = new ArrayList<Figure>();
        for (var row : report.stages()) addFigures(row, figures);
        return Table.of(COLUMNS, figures);
    }

    private static void addFigures(TimeInStage.Row row, List<Figure> figures) {
        var stage = row.stage();
        var spells = row.spells();
        figures.add(count(stage, "counted", spells.counted()));
        figures.add(count(stage, "late", spells.late()));
        figures.add(count(stage, "found", spells.found()));
        figures.add(count(stage, "ended-advanced", spells.advanced()));
        figures.add(count(stage, "ended-regressed", spells.regressed()));
        figures.add(count(stage, "ended-left", spells.left()));
        figures.add(count(stage, "ongoing", spells.ongoing()));
        var curve = row.curve();
        if (curve != null) {
            var median = curve.median();
            figures.add(new Figure(
                    stage, "median", null, null, null, null, median.years(), null, median.low(), median.high(), null));
            for (var point : curve.points()) {
                figures.add(share(stage, "lasting", point, point.lasting()));
                figures.add(share(stage, "advanced", point, point.advanced()));
                figures.add(share(stage, "regressed", point, point.regressed()));
                figures.add(share(stage, "left", point, point.left()));
            }
        }
        var between = row.intervalCensored();
        if (between != null) {
            var median = between.median();
            figures.add(new Figure(
                    stage,
                    "turnbull-median",
                    null,
                    median == null ? null : (Double) median.to(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    median == null ? null : (Double) median.from()));
            for (var step : between.steps()) figures.add(Figure.between(stage, "turnbull-lasting", step));
        }
        for (var rate : row.rates())
            figures.add(new Figure(
                    stage,
                    "rate",
                    rate.to(),
                    rate.years(),
                    null,
                    rate.changes(),
                    rate.rate(),
                    null,
                    rate.low(),
                    rate.high(),
                    null));
    }

    private static Figure count(NamedStage stage, String figure, long units) {
        return new Figure(stage, figure, null, null, null, units, null, null, null, null, null);
    }

    private static Figure share(NamedStage stage, String figure, Curve.Point point, Curve.Share share) {
        return new Figure(
                stage,
                figure,
                null,
                point.years(),
                point.atRisk(),
                (long) share.ended(),
                share.p(),
                share.standardError(),
                share.low(),
                share.high(),
                null);
    }
}

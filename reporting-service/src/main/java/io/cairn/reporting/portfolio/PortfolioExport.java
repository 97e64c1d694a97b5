package io.cairn.reporting.portfolio;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.platform.problem.Problem;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.portfolio.Portfolio.Cell;
import io.cairn.reporting.portfolio.Portfolio.InDimension;
import io.cairn.reporting.portfolio.Portfolio.Row;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A row for each unit and period that was assessed, and one for each of its dimensions when they are asked for; one for a
 * unit that never was.
 */
@Component
class PortfolioExport implements ExportableReport {
    private static final int AT_ONCE = 200;

    private static final List<Column<Line>> COLUMNS = List.of(
            text("unit", it -> it.row().unit()),
            text("name", it -> it.row().name()),
            text("parent", it -> it.row().parent()),
            text("period", it -> it.cell() == null ? null : it.cell().period()),
            text(
                    "dimension",
                    it -> it.dimension() == null ? null : it.dimension().key()),
            text(
                    "dimensionTitle",
                    it -> it.dimension() == null ? null : it.dimension().title()),
            column(Kind.WHOLE, "stageOrdinal", it -> Told.ordinal(it.stage())),
            text("stage", it -> Told.key(it.stage())),
            text("stageTitle", it -> Told.title(it.stage())),
            text(
                    "proposed",
                    it -> it.whole() == null ? null : Told.key(it.whole().proposed())),
            text("undetermined", it -> it.whole() == null ? null : it.whole().undetermined()),
            column(Kind.NUMBER, "score", Line::score),
            column(Kind.NUMBER, "max", Line::max),
            column(Kind.NUMBER, "coverage", Line::coverage),
            text("modelVersion", it -> it.cell() == null ? null : it.cell().modelVersion()),
            text("assessment", it -> it.whole() == null ? null : it.whole().assessment()),
            column(
                    Kind.TRUTH,
                    "reopened",
                    it -> it.whole() == null ? null : it.whole().reopened()),
            text("direction", it -> it.whole() == null ? null : it.whole().direction()),
            column(
                    Kind.TRUTH,
                    "overridden",
                    it -> it.whole() == null ? null : it.whole().overridden()));

    private record Line(
            Row row, @Nullable Cell cell, @Nullable InDimension dimension) {
        /** The cell, where the line is about the unit as a whole. */
        private @Nullable Cell whole() {
            return dimension == null ? cell : null;
        }

        private KnownModel.@Nullable NamedStage stage() {
            if (dimension != null) return dimension.stage();
            return cell == null ? null : cell.stage();
        }

        private @Nullable Double score() {
            if (dimension != null) return dimension.score();
            return cell == null ? null : cell.score();
        }

        private @Nullable Double max() {
            if (dimension != null) return dimension.max();
            return cell == null ? null : cell.max();
        }

        private @Nullable Double coverage() {
            if (dimension != null) return dimension.coverage();
            return cell == null ? null : cell.coverage();
        }
    }

    @Override
    public String name() {
        return "portfolio";
    }

    @Override
    public String path() {
        return "/api/v1/reports/portfolio";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var key = Asked.model(Parameters.required(asked, "model"));
        var first = Asked.periodIfAny("from", asked.get("from"));
        var last = Asked.periodIfAny("to", asked.get("to"));
        var top = Asked.unitIfAny("unit", asked.get("unit"));
        KnownUnits.require(jdbc, tenant, top);
        var map = new HeatMap(
                KnownModel.require(jdbc, tenant, key),
                first == null ? Integer.MIN_VALUE : PeriodOrder.startOf(first),
                last == null ? Integer.MAX_VALUE : PeriodOrder.endOf(last),
                first == null
                        ? null
                        : TenantCalendar.of(jdbc, tenant).days(first).from(),
                Asked.recordedAt(asked.get("recordedAt")),
                top,
                dimensions(asked.get("dimensions")));
        return Table.of(COLUMNS, taker -> {
            String after = null;
            while (true) {
                var some = map.page(jdbc, tenant, after, AT_ONCE);
                for (var row : some) for (var line : lines(row)) taker.take(line);
                if (some.size() < AT_ONCE) return;
                after = some.getLast().unit();
            }
        });
    }

    private static boolean dimensions(@Nullable String said) {
        if (said == null || said.equals("false")) return false;
        if (said.equals("true")) return true;
        throw Problem.badParameter("dimensions", "must be true or false").exception();
    }

    private static List<Line> lines(Row row) {
        if (row.cells().isEmpty()) return List.of(new Line(row, null, null));
        var lines = new ArrayList<Line>();
        for (var cell : row.cells()) {
            lines.add(new Line(row, cell, null));
            var dimensions = cell.dimensions();
            if (dimensions != null) for (var dimension : dimensions) lines.add(new Line(row, cell, dimension));
        }
        return lines;
    }
}

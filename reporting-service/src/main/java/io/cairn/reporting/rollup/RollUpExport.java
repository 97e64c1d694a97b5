package io.cairn.reporting.rollup;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.request.Asked;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.rollup.RollUp.ByVersion;
import io.cairn.reporting.rollup.RollUp.InDimension;
import io.cairn.reporting.rollup.RollUp.Node;
import io.cairn.reporting.rollup.RollUp.StageCount;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A row for each figure: of the node as a whole, and of each child, how many units there are, how many are at each stage
 * by each version of the model, and in each dimension.
 */
@Component
class RollUpExport implements ExportableReport {
    private static final List<Column<Figure>> COLUMNS = List.of(
            text("unit", it -> it.node().unit()),
            text("name", it -> it.node().name()),
            text("figure", Figure::figure),
            text("modelVersion", Figure::version),
            text(
                    "dimension",
                    it -> it.dimension() == null ? null : it.dimension().key()),
            text(
                    "dimensionTitle",
                    it -> it.dimension() == null ? null : it.dimension().title()),
            column(
                    Kind.WHOLE,
                    "stageOrdinal",
                    it -> it.stage() == null ? null : it.stage().ordinal()),
            text("stage", it -> it.stage() == null ? null : it.stage().key()),
            text("stageTitle", it -> it.stage() == null ? null : it.stage().title()),
            column(Kind.WHOLE, "units", Figure::units));

    private record Figure(
            Node node,
            String figure,
            @Nullable String version,
            @Nullable InDimension dimension,
            @Nullable StageCount stage,
            @Nullable Long units) {}

    private final RollUps rollUps;

    RollUpExport(RollUps rollUps) {
        this.rollUps = rollUps;
    }

    @Override
    public String name() {
        return "roll-up";
    }

    @Override
    public String path() {
        return "/api/v1/reports/roll-up";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var subtree = rollUps.subtree(
                jdbc,
                tenant,
                new RollUps.Question(
                        Asked.model(Parameters.required(asked, "model")),
                        Asked.periodIfAny("period", asked.get("period")),
                        Asked.unitIfAny("under", asked.get("under")),
                        Asked.recordedAt(asked.get("recordedAt"))));
        return Table.of(
                COLUMNS,
                taker -> rollUps.each(jdbc, tenant, subtree, node -> {
                    for (var figure : figures(node)) taker.take(figure);
                }));
    }

    private static List<Figure> figures(Node node) {
        var figures = new ArrayList<Figure>();
        figures.add(count(node, "units", null, node.units()));
        figures.add(count(node, "staged", null, node.staged()));
        figures.add(count(node, "of-period", null, node.ofPeriod()));
        figures.add(count(node, "no-stage", null, node.noStage()));
        figures.add(count(node, "not-assessed", null, node.notAssessed()));
        for (var version : node.versions()) addFigures(node, version, figures);
        return figures;
    }

    private static void addFigures(Node node, ByVersion by, List<Figure> figures) {
        figures.add(count(node, "staged", by.version(), by.staged()));
        for (var stage : by.stages())
            figures.add(new Figure(node, "at-stage", by.version(), null, stage, stage.units()));
        for (var dimension : by.dimensions()) {
            for (var stage : dimension.stages())
                figures.add(new Figure(node, "at-stage", by.version(), dimension, stage, stage.units()));
            figures.add(new Figure(node, "undetermined", by.version(), dimension, null, dimension.undetermined()));
            var median = dimension.median();
            if (median != null)
                figures.add(new Figure(
                        node,
                        by.weakest().contains(dimension.key()) ? "median-weakest" : "median",
                        by.version(),
                        dimension,
                        new StageCount(median.ordinal(), median.key(), median.title(), 0),
                        null));
        }
    }

    private static Figure count(Node node, String figure, @Nullable String version, long units) {
        return new Figure(node, figure, version, null, null, units);
    }
}

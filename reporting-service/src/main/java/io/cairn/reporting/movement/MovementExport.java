package io.cairn.reporting.movement;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.movement.Movement.Flow;
import io.cairn.reporting.movement.Movement.Probability;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A row for each cell of the matrix, then one for each way out of a stage that leads to none, then the units that entered.
 * All but the last add up to the cohort.
 */
@Component
class MovementExport implements ExportableReport {
    private static final List<Column<Row>> COLUMNS = List.of(
            text("kind", Row::kind),
            column(Kind.WHOLE, "fromOrdinal", it -> Told.ordinal(it.from())),
            text("from", it -> Told.key(it.from())),
            text("fromTitle", it -> Told.title(it.from())),
            column(Kind.WHOLE, "toOrdinal", it -> Told.ordinal(it.to())),
            text("to", it -> Told.key(it.to())),
            text("toTitle", it -> Told.title(it.to())),
            column(Kind.WHOLE, "units", Row::units),
            column(
                    Kind.NUMBER,
                    "probability",
                    it -> it.probability() == null ? null : it.probability().p()),
            column(
                    Kind.NUMBER,
                    "low",
                    it -> it.probability() == null ? null : it.probability().low()),
            column(
                    Kind.NUMBER,
                    "high",
                    it -> it.probability() == null ? null : it.probability().high()));

    private record Row(
            String kind,
            @Nullable NamedStage from,
            @Nullable NamedStage to,
            long units,
            @Nullable Probability probability) {}

    @Override
    public String name() {
        return "movement";
    }

    @Override
    public String path() {
        return "/api/v1/reports/movement";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var question = Movements.Question.of(
                Parameters.required(asked, "model"),
                Parameters.required(asked, "from"),
                Parameters.required(asked, "to"),
                asked.get("under"),
                asked.get("recordedAt"));
        return Table.of(COLUMNS, rows(Movements.answer(jdbc, tenant, question)));
    }

    private static List<Row> rows(Movement movement) {
        var rows = new ArrayList<Row>();
        var stages = movement.stages();
        for (var i = 0; i < stages.size(); i++) {
            var chances = movement.probabilities().get(i);
            for (var j = 0; j < stages.size(); j++)
                rows.add(new Row(
                        "stage",
                        stages.get(i),
                        stages.get(j),
                        movement.counts().get(i).get(j),
                        chances == null ? null : chances.get(j)));
        }
        for (var flow : movement.flows())
            if (flow.toStage() == null) rows.add(new Row(flow.to(), stage(flow, stages), null, flow.count(), null));
        rows.add(new Row("entered", null, null, movement.entered(), null));
        return rows;
    }

    private static NamedStage stage(Flow flow, List<NamedStage> stages) {
        return stages.stream()
                .filter(it -> it.ordinal() == flow.fromStage())
                .findFirst()
                .orElseThrow();
    }
}

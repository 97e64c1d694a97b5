package io.cairn.reporting.benchmark;

import static io.cairn.reporting.export.Row.column;
import static io.cairn.reporting.export.Row.text;

import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Row;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group in a release as rows: one of the group, then one for each score and each band of stages. Nothing is in them that
 * the report does not tell: what a rule withholds has empty cells, {@code withheld}, and the rule's name.
 */
final class BenchmarkRows {
    private static final List<Column<Row>> COLUMNS = List.of(
            text("model"),
            text("modelVersion"),
            text("period"),
            column(Kind.TIME, "releasedAt"),
            text("group"),
            text("part"),
            text("key"),
            text("title"),
            column(Kind.TRUTH, "withheld"),
            text("rule"),
            column(Kind.WHOLE, "companies"),
            column(Kind.NUMBER, "share"),
            column(Kind.WHOLE, "fromOrdinal"),
            text("fromTitle"),
            column(Kind.WHOLE, "toOrdinal"),
            text("toTitle"),
            column(Kind.NUMBER, "max"),
            column(Kind.NUMBER, "lowerQuartile"),
            column(Kind.NUMBER, "median"),
            column(Kind.NUMBER, "upperQuartile"),
            column(Kind.NUMBER, "own"),
            column(Kind.NUMBER, "percentile"),
            text("ownStage"));

    private BenchmarkRows() {}

    static Table table(List<Benchmark> all) {
        var rows = new ArrayList<Row>();
        for (var benchmark : all) add(benchmark, rows);
        return Row.table(COLUMNS, rows);
    }

    private static void add(Benchmark benchmark, List<Row> rows) {
        rows.add(withheld(row("group", benchmark), benchmark.rule())
                .put("companies", benchmark.companies())
                .put("ownStage", Told.key(benchmark.ownStage())));
        for (var score : benchmark.scores()) {
            var quartiles = score.quartiles();
            var own = score.own();
            rows.add(withheld(row("score", benchmark), score.rule())
                    .put("key", score.key())
                    .put("title", score.title())
                    .put("max", score.max())
                    .put("lowerQuartile", quartiles == null ? null : quartiles.lower())
                    .put("median", quartiles == null ? null : quartiles.median())
                    .put("upperQuartile", quartiles == null ? null : quartiles.upper())
                    .put("own", own == null ? null : own.score())
                    .put("percentile", own == null ? null : own.percentile()));
        }
        var stages = benchmark.stages();
        if (stages == null) return;
        if (stages.rule() != null) rows.add(withheld(row("stages", benchmark), stages.rule()));
        for (var band : stages.bands())
            rows.add(withheld(row("stages", benchmark), null)
                    .put("companies", band.companies())
                    .put("share", band.share())
                    .put("fromOrdinal", Told.ordinal(band.from()))
                    .put("fromTitle", Told.title(band.from()))
                    .put("toOrdinal", Told.ordinal(band.to()))
                    .put("toTitle", Told.title(band.to())));
    }

    private static Row row(String part, Benchmark benchmark) {
        return Row.of(part)
                .put("model", benchmark.model())
                .put("modelVersion", benchmark.version())
                .put("period", benchmark.period())
                .put("releasedAt", benchmark.releasedAt())
                .put("group", benchmark.group());
    }

    private static Row withheld(Row row, @Nullable String rule) {
        return row.put("withheld", rule != null).put("rule", rule);
    }
}

package io.cairn.reporting.difference;

import static io.cairn.reporting.export.Row.column;
import static io.cairn.reporting.export.Row.text;

import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.definition.Titles;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Row;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.Words;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each of the two points, one for what changed, one for each cause, and one for what they leave over. */
@Component
class DifferenceExport implements ExportableReport {
    private static final List<Column<Row>> COLUMNS = List.of(
            text("unit"),
            text("model"),
            text("part"),
            text("effective"),
            column(Kind.TIME, "recordedAt"),
            text("period"),
            text("modelVersion"),
            text("assessment"),
            text("status"),
            text("kind"),
            text("dimension"),
            text("question"),
            text("title"),
            column(Kind.ANY, "from"),
            column(Kind.ANY, "to"),
            column(Kind.NUMBER, "score"),
            column(Kind.NUMBER, "max"),
            column(Kind.NUMBER, "share"),
            column(Kind.NUMBER, "scoreOfDimension"),
            text("found"),
            text("undetermined"),
            column(Kind.WHOLE, "stageOrdinal"),
            text("stage"),
            text("stageTitle"),
            column(Kind.WHOLE, "stages"),
            text("stageWithout"),
            column(Kind.TRUTH, "movesStage"),
            text("actor"),
            column(Kind.TIME, "at"),
            text("reason"),
            column(Kind.WHOLE, "position"));

    private final Differences differences;
    private final Definitions definitions;

    DifferenceExport(Differences differences, Definitions definitions) {
        this.differences = differences;
        this.definitions = definitions;
    }

    @Override
    public String name() {
        return "difference";
    }

    @Override
    public String path() {
        return "/api/v1/reports/units/{code}/difference";
    }

    @Override
    public Map<String, String> places() {
        return Map.of("code", "unit");
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var told = Question.asked(
                        "unit",
                        Parameters.required(asked, "unit"),
                        Parameters.required(asked, "model"),
                        Parameters.required(asked, "from"),
                        asked.get("to"),
                        asked.get("fromRecorded"),
                        asked.get("toRecorded"))
                .answer(jdbc, tenant, differences);
        var before = titles(jdbc, tenant, told.before(), told.model(), language);
        var after = titles(jdbc, tenant, told.after(), told.model(), language);
        var rows = new ArrayList<Row>();
        rows.add(side("before", told, told.before(), before));
        rows.add(side("after", told, told.after(), after));
        var change = told.change();
        rows.add(row("change", told)
                .put("score", change.score())
                .put("share", change.share())
                .put("stages", change.stages()));
        // questions are those of the version before, where there was one
        for (var cause : told.causes()) rows.add(cause(cause, told, before == null ? after : before));
        var rest = told.rest();
        rows.add(row("rest", told)
                .put("score", rest.score())
                .put("share", rest.share())
                .put("movesStage", rest.stage()));
        return Row.table(COLUMNS, rows);
    }

    /** Null where no assessment was known. */
    private @Nullable Titles titles(
            JdbcClient jdbc, TenantId tenant, Difference.Side side, String model, Language language) {
        var version = side.modelVersion();
        if (version == null) return null;
        var ref = new ModelRef(new ModelKey(model), ModelVersion.parse(version));
        return new Titles(definitions.of(jdbc, tenant, ref), language);
    }

    private static Row row(String part, Difference told) {
        return Row.of(part).put("unit", told.unit()).put("model", told.model());
    }

    private static Row side(String part, Difference told, Difference.Side side, @Nullable Titles titles) {
        var counts = side.counts();
        return row(part, told)
                .put("effective", side.effective())
                .put("recordedAt", side.recorded())
                .put("period", side.period())
                .put("modelVersion", side.modelVersion())
                .put("assessment", side.assessment())
                .put("status", side.status())
                .put("score", side.score())
                .put("max", side.max())
                .put("share", side.share())
                .put("found", key(side.found()))
                .put("undetermined", side.undetermined())
                .put("stageOrdinal", counts == null ? null : counts.ordinal())
                .put("stage", key(counts))
                .put("stageTitle", counts == null || titles == null ? null : titles.stage(counts));
    }

    private static Row cause(Cause cause, Difference told, @Nullable Titles titles) {
        var question = cause.question();
        var worth = cause.worth();
        return row("cause", told)
                .put("kind", Words.of(cause.kind()))
                .put("dimension", cause.dimension())
                .put("question", question)
                .put("title", question == null || titles == null ? null : titles.question(question))
                .put("from", said(cause.from()))
                .put("to", said(cause.to()))
                .put("score", worth.score())
                .put("share", worth.share())
                .put("scoreOfDimension", worth.dimension())
                .put("stageWithout", key(worth.stageWithout()))
                .put("movesStage", worth.movesStage())
                .put("actor", cause.by())
                .put("at", cause.at())
                .put("reason", Told.words(cause.reason()))
                .put("position", cause.position());
    }

    /** Between versions of the model, or stages, their names; else what was answered. */
    private static @Nullable Object said(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case ModelVersion it -> it.toString();
            case StageRef it -> it.key();
            case Double it -> it;
            default -> Told.said(value);
        };
    }

    private static @Nullable String key(@Nullable StageRef stage) {
        return stage == null ? null : stage.key();
    }
}

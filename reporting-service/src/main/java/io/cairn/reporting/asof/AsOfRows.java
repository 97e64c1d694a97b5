package io.cairn.reporting.asof;

import static io.cairn.reporting.export.Row.column;
import static io.cairn.reporting.export.Row.text;

import io.cairn.language.Evidence;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.language.TenantId;
import io.cairn.reporting.definition.Definitions;
import io.cairn.reporting.definition.Titles;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Row;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.Words;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was known of a unit as rows: one of the whole, then its dimensions and views, how sure it is, what blocks, and each
 * answer, in the order of the model.
 */
@Component
class AsOfRows {
    private static final List<Column<Row>> COLUMNS = List.of(
            text("unit"),
            text("model"),
            text("effective"),
            column(Kind.TIME, "recordedAt"),
            text("period"),
            column(Kind.DAY, "firstDay"),
            column(Kind.DAY, "lastDay"),
            text("modelVersion"),
            text("assessment"),
            text("status"),
            column(Kind.TIME, "recorded"),
            text("part"),
            text("view"),
            text("dimension"),
            text("question"),
            text("title"),
            column(Kind.WHOLE, "stageOrdinal"),
            text("stage"),
            text("stageTitle"),
            text("found"),
            text("proposed"),
            text("undetermined"),
            column(Kind.TRUTH, "reopened"),
            text("skipped"),
            column(Kind.NUMBER, "score"),
            column(Kind.NUMBER, "max"),
            column(Kind.NUMBER, "coverage"),
            column(Kind.NUMBER, "probability"),
            text("source"),
            text("decision"),
            column(Kind.TIME, "decidedAt"),
            text("decidedBy"),
            text("cause"),
            text("reason"),
            column(Kind.NUMBER, "worth"),
            column(Kind.ANY, "value"),
            text("notApplicable"),
            column(Kind.NUMBER, "points"),
            column(Kind.TRUTH, "overridden"),
            text("judgedBy"),
            text("how"),
            text("actor"),
            column(Kind.TIME, "at"),
            column(Kind.WHOLE, "position"),
            column(Kind.NUMBER, "certainty"),
            column(Kind.NUMBER, "freshness"),
            column(Kind.NUMBER, "agreement"),
            column(Kind.WHOLE, "respondents"),
            text("rationale"),
            text("evidence"));

    private final Definitions definitions;

    AsOfRows(Definitions definitions) {
        this.definitions = definitions;
    }

    Table table(JdbcClient jdbc, TenantId tenant, AsOf told, Language language) {
        var version = told.modelVersion();
        var known = told.profile();
        if (version == null || known == null) return Row.table(COLUMNS, List.of(row(told, "none")));
        var model = definitions.of(jdbc, tenant, new ModelRef(new ModelKey(told.model()), ModelVersion.parse(version)));
        return Row.table(COLUMNS, new Rows(told, new Titles(model, language)).all(known));
    }

    private static Row row(AsOf told, String part) {
        var days = told.effective();
        return Row.of(part)
                .put("unit", told.unit())
                .put("model", told.model())
                .put("effective", told.asked().effective())
                .put("recordedAt", told.asked().recorded())
                .put("period", told.period())
                .put("firstDay", days == null ? null : days.from())
                .put("lastDay", days == null ? null : days.to())
                .put("modelVersion", told.modelVersion())
                .put("assessment", told.assessment())
                .put("status", told.status())
                .put("recorded", told.recorded());
    }

    private record Rows(AsOf told, Titles titles) {
        List<Row> all(AsOf.Result known) {
            var rows = new ArrayList<Row>();
            rows.add(whole(known));
            for (var dimension : known.dimensions()) rows.add(dimension(dimension));
            for (var view : known.views())
                rows.add(staged(row("view"), view.stage())
                        .put("view", view.key())
                        .put("title", titles.view(view.key()))
                        .put("score", view.score())
                        .put("max", view.max())
                        .put("coverage", view.coverage())
                        .put("undetermined", view.undetermined()));
            confidence(known.confidence(), rows);
            for (var blocking : known.blocking())
                rows.add(question("blocking", blocking.question())
                        .put("stageOrdinal", blocking.stage())
                        .put("worth", blocking.worth()));
            for (var answer : told.answers()) rows.add(answer(answer));
            for (var question : told.unsettled()) rows.add(question("unsettled", question));
            for (var answer : told.unconfirmed())
                rows.add(question("unconfirmed", answer.question())
                        .put("value", Told.said(answer.value()))
                        .put("notApplicable", spared(answer.notApplicable())));
            return rows;
        }

        private Row row(String part) {
            return AsOfRows.row(told, part);
        }

        private Row question(String part, QuestionKey question) {
            return row(part)
                    .put("question", question)
                    .put("dimension", titles.dimensionOf(question))
                    .put("title", titles.question(question));
        }

        private Row staged(Row row, Profile.@Nullable Stage stage) {
            return stage == null ? row : staged(row, stage.ref());
        }

        private Row staged(Row row, StageRef stage) {
            return row.put("stageOrdinal", stage.ordinal())
                    .put("stage", stage.key())
                    .put("stageTitle", titles.stage(stage));
        }

        private Row whole(AsOf.Result known) {
            var overall = known.overall();
            var found = overall.stage();
            var row = row("whole")
                    .put("found", found == null ? null : found.key())
                    .put("undetermined", overall.undetermined())
                    .put("score", overall.score())
                    .put("max", overall.max())
                    .put("coverage", overall.coverage())
                    .put("source", Words.of(known.source()));
            var stage = told.stage();
            if (stage == null) return row;
            var counts = stage.counts();
            if (counts != null) staged(row, new StageRef(counts.ordinal(), counts.key()));
            var decision = stage.decision();
            row.put("proposed", Told.key(stage.proposed())).put("reopened", stage.reopened());
            if (decision == null) return row;
            return row.put("decision", decision.kind())
                    .put("decidedAt", decision.at())
                    .put("decidedBy", decision.by())
                    .put("cause", decision.cause())
                    .put("overridden", decision.overridden())
                    .put("reason", Told.words(decision.reason()));
        }

        private Row dimension(Profile.Dimension dimension) {
            var key = dimension.key().value();
            var skipped = dimension.skipped().stream().map(Profile.Skipped::key).collect(Collectors.joining(" "));
            return staged(row("dimension"), dimension.stage())
                    .put("dimension", key)
                    .put("view", dimension.view())
                    .put("title", titles.dimension(key))
                    .put("score", dimension.score())
                    .put("max", dimension.max())
                    .put("coverage", dimension.coverage())
                    .put("undetermined", dimension.undetermined())
                    .put("skipped", skipped.isEmpty() ? null : skipped);
        }

        private void confidence(Profile.Confidence confidence, List<Row> rows) {
            var panel = confidence.panel();
            rows.add(row("confidence")
                    .put("coverage", confidence.coverage())
                    .put("certainty", confidence.certainty())
                    .put("freshness", confidence.freshness())
                    .put("agreement", confidence.agreement())
                    .put("respondents", panel == null ? null : panel.respondents())
                    .put("undetermined", panel == null ? null : panel.undefined()));
            if (panel == null) return;
            for (var chance : panel.stages()) {
                var stage = chance.stage();
                var row = row("chance").put("probability", chance.probability());
                rows.add(stage == null ? row : staged(row, stage));
            }
        }

        private Row answer(AsOf.Line answer) {
            var evidence = answer.evidence().stream().map(Rows::evidence).collect(Collectors.joining("\n"));
            var certainty = answer.certainty();
            return question("answer", answer.question())
                    .put("value", Told.said(answer.value()))
                    .put("notApplicable", spared(answer.notApplicable()))
                    .put("points", answer.points())
                    .put("overridden", answer.overridden())
                    .put("judgedBy", answer.judgedBy())
                    .put("how", Words.of(answer.how()))
                    .put("actor", answer.by())
                    .put("at", answer.at())
                    .put("position", answer.position())
                    .put("certainty", certainty == null ? null : (Double) certainty.doubleValue())
                    .put("rationale", Told.words(answer.rationale()))
                    .put("evidence", evidence.isEmpty() ? null : evidence);
        }

        private static String evidence(Evidence evidence) {
            return evidence.expires() == null ? evidence.url() : evidence.url() + " (" + evidence.expires() + ")";
        }

        private static @Nullable String spared(AsOf.@Nullable NotApplicable it) {
            return it == null ? null : Told.words(it.reason());
        }
    }
}

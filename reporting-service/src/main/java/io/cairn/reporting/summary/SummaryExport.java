package io.cairn.reporting.summary;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.request.Parameters;
import io.cairn.reporting.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each sentence, with the figures it was made of as JSON. */
@Component
class SummaryExport implements ExportableReport {
    private static final List<Column<Line>> COLUMNS = List.of(
            text("unit", it -> it.summary().unit()),
            text("under", it -> it.summary().under()),
            text("model", it -> it.summary().model()),
            text("period", it -> it.summary().period()),
            text("language", it -> it.summary().language()),
            column(Kind.WHOLE, "number", Line::number),
            text("key", it -> it.sentence().key()),
            text("text", it -> it.sentence().text()),
            text(
                    "figures",
                    it -> CairnJson.mapper().writeValueAsString(it.sentence().figures())));

    private record Line(Summary summary, int number, Summary.Sentence sentence) {}

    private final Summaries summaries;

    SummaryExport(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String path() {
        return "/api/v1/reports/summary";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var summary = summaries.of(
                jdbc,
                tenant,
                Question.asked(
                        Parameters.required(asked, "model"),
                        asked.get("unit"),
                        asked.get("under"),
                        asked.get("period"),
                        asked.get("recordedAt"),
                        language.tag()));
        var lines = new ArrayList<Line>();
        for (var sentence : summary.sentences()) lines.add(new Line(summary, lines.size() + 1, sentence));
        return Table.of(COLUMNS, lines);
    }
}

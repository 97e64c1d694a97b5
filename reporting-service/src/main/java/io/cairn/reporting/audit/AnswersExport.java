package io.cairn.reporting.audit;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.language.TenantId;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.ExportableReport;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.KnownAssessments;
import io.cairn.reporting.known.KnownUnits;
import io.cairn.reporting.known.Words;
import io.cairn.reporting.wording.Language;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each change, in the order of positions, up to what the views had seen when it began. */
@Component
class AnswersExport implements ExportableReport {
    private static final List<Column<AuditedChange>> COLUMNS = List.of(
            column(Kind.WHOLE, "position", AuditedChange::position),
            column(Kind.TIME, "at", AuditedChange::at),
            text("actor", AuditedChange::actor),
            text("channel", it -> Words.of(it.channel())),
            text("unit", AuditedChange::unit),
            text("period", AuditedChange::period),
            text("model", it -> it.model().key()),
            text("modelVersion", it -> it.model().version()),
            text("assessment", AuditedChange::assessment),
            text("question", AuditedChange::question),
            text("kind", it -> Words.of(it.kind())),
            column(Kind.ANY, "from", it -> Told.said(it.from())),
            column(Kind.ANY, "to", it -> Told.said(it.to())),
            text("reason", it -> Told.words(it.reason())),
            text("rationale", it -> Told.words(it.rationale())),
            text("source", it -> it.source() == null ? null : CairnJson.mapper().writeValueAsString(it.source())),
            text("respondent", AuditedChange::respondent),
            text("eventId", AuditedChange::eventId));

    private final AnswerAudit audit;

    AnswersExport(AnswerAudit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String path() {
        return "/api/v1/audit/answers";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var filter = new AuditController.Query(
                        asked.get("unit"),
                        asked.get("assessment"),
                        asked.get("question"),
                        asked.get("actor"),
                        asked.get("from"),
                        asked.get("to"))
                .filter();
        KnownUnits.require(jdbc, tenant, filter.unit());
        KnownAssessments.require(jdbc, tenant, filter.assessment());
        var end = audit.end(jdbc);
        return Table.of(COLUMNS, taker -> audit.each(jdbc, tenant, filter, end, taker));
    }
}

package io.cairn.reporting.audit;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.eventstore.json.CairnJson;
import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.Words;
import java.util.List;

/** Changes under the headings that {@code text/csv} has here, which are not all those of {@link AnswersExport}. */
final class AuditCsv {
    private static final List<Column<AuditedChange>> COLUMNS = List.of(
            column(Kind.WHOLE, "position", AuditedChange::position),
            column(Kind.TIME, "at", AuditedChange::at),
            text("actor", AuditedChange::actor),
            text("channel", it -> Words.of(it.channel())),
            text("unit", AuditedChange::unit),
            text("period", AuditedChange::period),
            text("model", it -> it.model().key()),
            text("version", it -> it.model().version()),
            text("assessment", AuditedChange::assessment),
            text("question", AuditedChange::question),
            text("kind", it -> Words.of(it.kind())),
            column(Kind.ANY, "from", it -> Told.said(it.from())),
            column(Kind.ANY, "to", it -> Told.said(it.to())),
            text("reason", it -> Told.words(it.reason())),
            text("rationale", it -> Told.words(it.rationale())),
            text("eventId", AuditedChange::eventId),
            text("respondent", AuditedChange::respondent),
            text("source", it -> it.source() == null ? null : CairnJson.mapper().writeValueAsString(it.source())));

    private AuditCsv() {}

    static Table of(Table.Source<AuditedChange> changes) {
        return Table.of(COLUMNS, changes);
    }
}

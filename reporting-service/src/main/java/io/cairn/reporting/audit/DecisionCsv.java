package io.cairn.reporting.audit;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.reporting.export.Column;
import io.cairn.reporting.export.Kind;
import io.cairn.reporting.export.Table;
import io.cairn.reporting.export.Told;
import io.cairn.reporting.known.Words;
import java.util.List;

/** Decisions under the headings that {@code text/csv} has here, which are not all those of {@link DecisionsExport}. */
final class DecisionCsv {
    private static final List<Column<AuditedDecision>> COLUMNS = List.of(
            column(Kind.WHOLE, "position", AuditedDecision::position),
            column(Kind.TIME, "at", AuditedDecision::at),
            text("actor", AuditedDecision::actor),
            text("channel", it -> Words.of(it.channel())),
            text("kind", it -> Words.of(it.kind())),
            text("unit", AuditedDecision::unit),
            text("period", AuditedDecision::period),
            text("model", AuditedDecision::model),
            text("version", AuditedDecision::modelVersion),
            text("assessment", AuditedDecision::assessment),
            text("question", AuditedDecision::question),
            text("dimension", AuditedDecision::dimension),
            column(Kind.ANY, "from", it -> DecisionsExport.said(it.from())),
            column(Kind.ANY, "to", it -> DecisionsExport.said(it.to())),
            text("reason", it -> Told.words(it.reason())),
            text("eventId", AuditedDecision::eventId));

    private DecisionCsv() {}

    static Table of(Table.Source<AuditedDecision> decisions) {
        return Table.of(COLUMNS, decisions);
    }
}

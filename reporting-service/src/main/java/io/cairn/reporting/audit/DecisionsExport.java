package io.cairn.reporting.audit;

import static io.cairn.reporting.export.Column.column;
import static io.cairn.reporting.export.Column.text;

import io.cairn.language.StageRef;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each decision, in the order of positions, up to what the view had seen when it began. */
@Component
class DecisionsExport implements ExportableReport {
    private static final int AT_ONCE = 500;

    private static final List<Column<AuditedDecision>> COLUMNS = List.of(
            column(Kind.WHOLE, "position", AuditedDecision::position),
            column(Kind.TIME, "at", AuditedDecision::at),
            text("actor", AuditedDecision::actor),
            text("channel", it -> Words.of(it.channel())),
            text("kind", it -> Words.of(it.kind())),
            text("unit", AuditedDecision::unit),
            text("model", AuditedDecision::model),
            text("modelVersion", AuditedDecision::modelVersion),
            text("period", AuditedDecision::period),
            text("assessment", AuditedDecision::assessment),
            text("question", AuditedDecision::question),
            text("dimension", AuditedDecision::dimension),
            column(Kind.ANY, "from", it -> said(it.from())),
            column(Kind.ANY, "to", it -> said(it.to())),
            text("reason", it -> Told.words(it.reason())),
            text("eventId", AuditedDecision::eventId));

    private final DecisionAudit audit;

    DecisionsExport(DecisionAudit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String path() {
        return "/api/v1/audit/decisions";
    }

    @Override
    public Table table(JdbcClient jdbc, TenantId tenant, Map<String, String> asked, Language language) {
        var filter = new DecisionsController.Sought(
                        asked.get("unit"),
                        asked.get("model"),
                        asked.get("period"),
                        asked.get("assessment"),
                        asked.get("question"),
                        asked.get("actor"),
                        asked.get("kind"),
                        asked.get("from"),
                        asked.get("to"))
                .filter();
        KnownUnits.require(jdbc, tenant, filter.unit());
        KnownAssessments.require(jdbc, tenant, filter.assessment());
        var end = audit.end(jdbc);
        return Table.of(COLUMNS, taker -> {
            var after = 0L;
            while (true) {
                var some = audit.decisions(jdbc, tenant, filter, after, end, AT_ONCE);
                for (var decision : some) taker.take(decision);
                if (some.size() < AT_ONCE) return;
                after = some.getLast().position();
            }
        });
    }

    /** A stage by its key, a value as it is; anything else as JSON, as in the API. */
    static @Nullable Object said(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case StageRef stage -> stage.key();
            case String text -> text;
            default -> Told.said(value);
        };
    }
}

package io.cairn.reporting.point;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.Scope;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.reporting.known.PeriodOrder;
import java.util.UUID;

/** What assessments find, and that they no longer do. */
final class Results {
    private Results() {}

    static void finalized(AssessmentFinalized event, StoredEvent stored, Rows rows) {
        var overall = event.profile().overall();
        var stage = overall.stage();
        var point = PointScope.of(stored.tenant(), event.model(), event.unit(), event.period());
        rows.executeTogether(
                point,
                point,
                StagePointsSql.FINALIZED,
                stored.tenant().value(),
                event.model().key().value(),
                event.unit().value(),
                PeriodOrder.of(event.period()),
                event.period().toString(),
                stored.position(),
                stored.recordedAt(),
                event.model().version().toString(),
                stored.stream().value(),
                stage == null ? null : stage.ordinal(),
                stage == null ? null : stage.key(),
                overall.undetermined(),
                overall.score(),
                overall.max(),
                overall.coverage(),
                CairnJson.mapper()
                        .writeValueAsString(event.profile().dimensions().stream()
                                .map(DimensionPoint::of)
                                .toList()));
    }

    /** The event does not say which point it was about; the row that stands for its assessment does. */
    static void withdrawn(String sql, StoredEvent stored, Rows rows) {
        UUID assessment = stored.stream().value();
        rows.executeTogether(
                Scope.of(stored.tenant()),
                assessment,
                sql,
                stored.tenant().value(),
                assessment,
                stored.position(),
                stored.recordedAt());
    }
}

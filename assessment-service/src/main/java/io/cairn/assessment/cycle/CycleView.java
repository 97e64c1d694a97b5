package io.cairn.assessment.cycle;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import java.util.List;

/** A row for each cycle, and how far each assessment is. */
public final class CycleView implements View {
    public static final String NAME = "cycles-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment.cycle", "assessment.cycle_assessment");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case CycleOpened it -> opened(stored, it, rows);
            case CycleClosed ignored ->
                rows.execute(
                        "update assessment.cycle set closed = true where tenant_id = ? and id = ?",
                        stored.tenant().value(),
                        stored.stream().value());
            case AssessmentOpened it -> opened(stored, it, rows);
            case AssessmentSubmitted ignored -> status(stored, "submitted", rows);
            case AssessmentReturned ignored -> status(stored, "open", rows);
            case AssessmentReopened ignored -> status(stored, "open", rows);
            case AssessmentFinalized ignored -> finalized(stored, rows);
            case AssessmentCancelled ignored -> status(stored, "cancelled", rows);
            case AssessmentEvent.AnswerRecorded ignored -> {}
            case AssessmentEvent.AnswerChanged ignored -> {}
            case AssessmentEvent.AnswerConfirmed ignored -> {}
            case AssessmentEvent.AnswerWithdrawn ignored -> {}
            case AssessmentEvent.AnswerAgreed ignored -> {}
            case AssessmentEvent.ConsensusRoundStarted ignored -> {}
            case AssessmentEvent.RespondentAssigned ignored -> {}
            case AssessmentEvent.RespondentUnassigned ignored -> {}
            case AssessmentEvent.PointsOverridden ignored -> {}
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
            case JourneyEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    private static void opened(StoredEvent stored, CycleOpened event, Rows rows) {
        var under = event.scope().under();
        rows.execute(
                """
                insert into assessment.cycle (tenant_id, id, model_key, model_version, period, period_end,
                    period_months, first_day, last_day, under, units, closed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ' '), false)
                on conflict (tenant_id, id) do nothing""",
                stored.tenant().value(),
                stored.stream().value(),
                event.model().key().value(),
                event.model().version().toString(),
                event.period().toString(),
                event.period().endMonth(),
                event.period().cadence().months(),
                event.firstDay(),
                event.lastDay(),
                under == null ? null : under.value(),
                CycleUnits.text(event.scope()));
    }

    /** Also when a cancelled one begins anew. */
    private static void opened(StoredEvent stored, AssessmentOpened event, Rows rows) {
        rows.execute(
                """
                insert into assessment.cycle_assessment
                    (tenant_id, id, unit, model_key, period_end, period_months, status)
                values (?, ?, ?, ?, ?, ?, 'open')
                on conflict (tenant_id, id) do update set status = 'open', finalized_at = null""",
                stored.tenant().value(),
                stored.stream().value(),
                event.unit().value(),
                event.model().key().value(),
                event.period().endMonth(),
                event.period().cadence().months());
    }

    private static void status(StoredEvent stored, String status, Rows rows) {
        rows.execute(
                "update assessment.cycle_assessment set status = ? where tenant_id = ? and id = ?",
                status,
                stored.tenant().value(),
                stored.stream().value());
    }

    private static void finalized(StoredEvent stored, Rows rows) {
        rows.execute(
                """
                update assessment.cycle_assessment set status = 'finalized', finalized_at = coalesce(finalized_at, ?)
                where tenant_id = ? and id = ?""",
                stored.recordedAt(),
                stored.tenant().value(),
                stored.stream().value());
    }
}

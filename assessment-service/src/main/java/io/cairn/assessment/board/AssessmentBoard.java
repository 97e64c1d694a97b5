package io.cairn.assessment.board;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import java.util.List;

/** A row for each assessment: where it stands in its life, and its stage once finalized. */
final class AssessmentBoard implements View {
    static final String NAME = "assessments-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment.assessment");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case AssessmentOpened it -> opened(stored, it, rows);
            case AssessmentSubmitted ignored -> status(stored, "submitted", rows);
            case AssessmentReturned ignored -> status(stored, "open", rows);
            case AssessmentFinalized it -> finalized(stored, it, rows);
            case AssessmentReopened ignored -> status(stored, "open", rows);
            case AssessmentCancelled ignored -> status(stored, "cancelled", rows);
            case RespondentAssigned ignored -> {}
            case RespondentUnassigned ignored -> {}
            case AnswerRecorded ignored -> {}
            case AnswerAgreed ignored -> {}
            case ConsensusRoundStarted ignored -> {}
            case AnswerChanged ignored -> {}
            case AnswerConfirmed ignored -> {}
            case AnswerWithdrawn ignored -> {}
            case PointsOverridden ignored -> {}
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
            case JourneyEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
        }
    }

    /** Also when a cancelled one begins anew. */
    private static void opened(StoredEvent stored, AssessmentOpened event, Rows rows) {
        rows.execute(
                """
                insert into assessment.assessment (tenant_id, id, unit, model_key, model_version, period, period_end,
                    period_months, status, opened_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
                on conflict (tenant_id, id) do update set model_version = excluded.model_version, status = 'open',
                    stage_ordinal = null, stage_key = null, undetermined = null,
                    opened_at = excluded.opened_at, changed_at = excluded.changed_at""",
                stored.tenant().value(),
                stored.stream().value(),
                event.unit().value(),
                event.model().key().value(),
                event.model().version().toString(),
                event.period().toString(),
                event.period().endMonth(),
                event.period().cadence().months(),
                stored.recordedAt(),
                stored.recordedAt());
    }

    private static void status(StoredEvent stored, String status, Rows rows) {
        rows.execute(
                """
                update assessment.assessment set status = ?, stage_ordinal = null, stage_key = null,
                    undetermined = null, changed_at = ? where tenant_id = ? and id = ?""",
                status,
                stored.recordedAt(),
                stored.tenant().value(),
                stored.stream().value());
    }

    private static void finalized(StoredEvent stored, AssessmentFinalized event, Rows rows) {
        var overall = event.profile().overall();
        var stage = overall.stage();
        rows.execute(
                """
                update assessment.assessment set status = 'finalized', stage_ordinal = ?, stage_key = ?,
                    undetermined = ?, changed_at = ? where tenant_id = ? and id = ?""",
                stage == null ? null : stage.ordinal(),
                stage == null ? null : stage.key(),
                overall.undetermined(),
                stored.recordedAt(),
                stored.tenant().value(),
                stored.stream().value());
    }
}

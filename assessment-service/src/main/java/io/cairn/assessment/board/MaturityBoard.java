package io.cairn.assessment.board;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row for each period of each journey: the stage decided on, and the proposal that waits for a decision. */
final class MaturityBoard implements View {
    static final String NAME = "maturity-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment.journey_period");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case StageProposed it -> proposed(stored, it, rows);
            case StageTransitioned it ->
                settled(stored, it.proposal(), it.unit(), it.model(), it.period(), it.to(), rows);
            case StageHeld it -> settled(stored, it.proposal(), it.unit(), it.model(), it.period(), it.stage(), rows);
            case StageRejected it -> settled(stored, it.proposal(), it.unit(), it.model(), it.period(), null, rows);
            case TargetSet ignored -> {}
            case TargetWithdrawn ignored -> {}
            case TargetReached ignored -> {}
            case TargetMissed ignored -> {}
            case TargetReopened ignored -> {}
            case AssessmentEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
        }
    }

    private static void proposed(StoredEvent stored, StageProposed event, Rows rows) {
        rows.execute(
                """
                insert into assessment.journey_period (tenant_id, unit, model_key, period_end, period_months, period,
                    model_version, proposal, proposed_ordinal, proposed_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, unit, model_key, period_end, period_months) do update set
                    proposal = excluded.proposal, proposed_ordinal = excluded.proposed_ordinal,
                    proposed_key = excluded.proposed_key""",
                stored.tenant().value(),
                event.unit().value(),
                event.model().key().value(),
                event.period().endMonth(),
                event.period().cadence().months(),
                event.period().toString(),
                event.model().version().toString(),
                event.proposal(),
                event.stage().ordinal(),
                event.stage().key());
    }

    /** Another proposal of the period may have come in between; that one waits on. */
    private static void settled(
            StoredEvent stored,
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable StageRef stage,
            Rows rows) {
        rows.execute(
                """
                update assessment.journey_period set model_version = ?, stage_ordinal = ?, stage_key = ?, decided_at = ?,
                    proposal = nullif(proposal, ?)
                where tenant_id = ? and unit = ? and model_key = ? and period_end = ? and period_months = ?""",
                model.version().toString(),
                stage == null ? null : stage.ordinal(),
                stage == null ? null : stage.key(),
                stored.recordedAt(),
                proposal,
                stored.tenant().value(),
                unit.value(),
                model.key().value(),
                period.endMonth(),
                period.cadence().months());
    }
}

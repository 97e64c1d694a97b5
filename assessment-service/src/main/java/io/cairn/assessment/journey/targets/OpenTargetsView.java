package io.cairn.assessment.journey.targets;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.UnitCode;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
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
import org.jspecify.annotations.Nullable;

/** Which targets are neither reached nor missed, so that a look at the calendar need not read every journey. */
final class OpenTargetsView implements View {
    static final String NAME = "open-targets-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("assessment.target");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case JourneyEvent event -> apply(event, stored, rows);
            case AssessmentEvent ignored -> {}
            case CycleEvent ignored -> {}
            case RoadmapEvent ignored -> {}
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
        }
    }

    private static void apply(JourneyEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case TargetSet it -> set(stored, it, rows);
            case TargetWithdrawn it -> withdrawn(stored, it, rows);
            case TargetReached it -> open(stored, it.unit(), it.model(), it.dimension(), it.period(), false, rows);
            case TargetMissed it -> open(stored, it.unit(), it.model(), it.dimension(), it.period(), false, rows);
            case TargetReopened it -> open(stored, it.unit(), it.model(), it.dimension(), it.period(), true, rows);
            case StageProposed ignored -> {}
            case StageTransitioned ignored -> {}
            case StageHeld ignored -> {}
            case StageRejected ignored -> {}
        }
    }

    /** Only another stage makes another target of it. */
    private static void set(StoredEvent stored, TargetSet event, Rows rows) {
        rows.execute(
                """
                insert into assessment.target as t
                    (tenant_id, unit, model_key, period, dimension, stage_ordinal, open)
                values (?, ?, ?, ?, ?, ?, true)
                on conflict (tenant_id, unit, model_key, period, dimension) do update set
                    stage_ordinal = excluded.stage_ordinal,
                    open = t.open or t.stage_ordinal <> excluded.stage_ordinal""",
                stored.tenant().value(),
                event.unit().value(),
                event.model().key().value(),
                event.period().toString(),
                text(event.dimension()),
                event.stage().ordinal());
    }

    /** Set again it is a new one. */
    private static void withdrawn(StoredEvent stored, TargetWithdrawn event, Rows rows) {
        rows.execute(
                """
                delete from assessment.target
                where tenant_id = ? and unit = ? and model_key = ? and period = ? and dimension = ?""",
                stored.tenant().value(),
                event.unit().value(),
                event.model().key().value(),
                event.period().toString(),
                text(event.dimension()));
    }

    private static void open(
            StoredEvent stored,
            UnitCode unit,
            ModelRef model,
            @Nullable DimensionKey dimension,
            Period period,
            boolean open,
            Rows rows) {
        rows.execute(
                """
                update assessment.target set open = ?
                where tenant_id = ? and unit = ? and model_key = ? and period = ? and dimension = ?""",
                open,
                stored.tenant().value(),
                unit.value(),
                model.key().value(),
                period.toString(),
                text(dimension));
    }

    /** The unit as a whole has no dimension. */
    private static String text(@Nullable DimensionKey dimension) {
        return dimension == null ? "" : dimension.value();
    }
}

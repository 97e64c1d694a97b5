package io.cairn.reporting.plan;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.ActionPlan;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
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
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import io.cairn.reporting.known.PeriodOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Targets and actions of roadmaps, as they were known at any time; no words of people are copied. */
public final class PlansView implements View {
    public static final String NAME = "plans-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.planned_action", "reporting.stage_target");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case RoadmapEvent event -> apply(event, stored, rows);
            case JourneyEvent event -> apply(event, stored, rows);
            case TenantEvent ignored -> {}
            case UnitEvent ignored -> {}
            case ModelEvent ignored -> {}
            case CycleEvent ignored -> {}
            case AssessmentEvent ignored -> {}
        }
    }

    private static void apply(RoadmapEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case ActionPlanned e -> planned(e, e.plan(), stored, rows);
            case ActionChanged e ->
                rows.execute(
                        PlansSql.CHANGED,
                        stored.tenant().value(),
                        e.action(),
                        stored.position(),
                        stored.recordedAt(),
                        e.plan().due().toString(),
                        PeriodOrder.of(e.plan().due()));
            case ActionStarted e -> movedOn(e.action(), "started", stored, rows);
            case ActionCompleted e -> movedOn(e.action(), "completed", stored, rows);
            case ActionDropped e -> movedOn(e.action(), "dropped", stored, rows);
        }
    }

    private static void planned(ActionPlanned event, ActionPlan plan, StoredEvent stored, Rows rows) {
        rows.execute(
                PlansSql.PLANNED,
                stored.tenant().value(),
                event.action(),
                stored.position(),
                stored.recordedAt(),
                event.unit().value(),
                event.model().key().value(),
                plan.due().toString(),
                PeriodOrder.of(plan.due()),
                stored.position());
    }

    private static void movedOn(UUID action, String status, StoredEvent stored, Rows rows) {
        rows.execute(
                PlansSql.MOVED_ON, stored.tenant().value(), action, stored.position(), stored.recordedAt(), status);
    }

    private static void apply(JourneyEvent event, StoredEvent stored, Rows rows) {
        switch (event) {
            case TargetSet e ->
                target(e.unit(), e.model(), e.dimension(), e.period()).is("open", e.stage(), stored, rows);
            case TargetWithdrawn e ->
                target(e.unit(), e.model(), e.dimension(), e.period()).is("withdrawn", null, stored, rows);
            // what was reached after its period stays missed
            case TargetReached e ->
                target(e.unit(), e.model(), e.dimension(), e.period())
                        .is(e.in().compareTo(e.period()) > 0 ? "missed" : "reached", e.target(), stored, rows);
            case TargetMissed e ->
                target(e.unit(), e.model(), e.dimension(), e.period()).is("missed", e.target(), stored, rows);
            case TargetReopened e ->
                target(e.unit(), e.model(), e.dimension(), e.period()).is("open", e.target(), stored, rows);
            case StageProposed ignored -> {}
            case StageTransitioned ignored -> {}
            case StageHeld ignored -> {}
            case StageRejected ignored -> {}
        }
    }

    private static Target target(UnitCode unit, ModelRef model, @Nullable DimensionKey dimension, Period period) {
        return new Target(unit, model, dimension == null ? "" : dimension.value(), period);
    }

    private record Target(UnitCode unit, ModelRef model, String dimension, Period period) {
        void is(String status, @Nullable StageRef stage, StoredEvent stored, Rows rows) {
            rows.execute(
                    PlansSql.TARGET,
                    stored.tenant().value(),
                    model.key().value(),
                    unit.value(),
                    dimension,
                    PeriodOrder.of(period),
                    stored.position(),
                    stored.recordedAt(),
                    period.toString(),
                    stage == null ? null : stage.ordinal(),
                    stage == null ? null : stage.key(),
                    model.version().toString(),
                    status);
        }
    }
}

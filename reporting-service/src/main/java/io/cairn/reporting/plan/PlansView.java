package io.cairn.reporting.plan;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.ActionPlan;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.JourneyEvent;
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

/** Actions of roadmaps, as they were known at any time; no words of people are copied. */
public final class PlansView implements View {
    public static final String NAME = "plans-v1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reporting.planned_action");
    }

    @Override
    public void apply(StoredEvent stored, Rows rows) {
        switch (stored.event()) {
            case RoadmapEvent event -> apply(event, stored, rows);
            case JourneyEvent ignored -> {}
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
}

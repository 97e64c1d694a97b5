package io.cairn.assessment.roadmap;

import io.cairn.language.ActionPlan;
import io.cairn.language.ActionStatus;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is remembered of a roadmap.
 *
 * @param actions all there ever were, in the order in which they were planned
 */
public record RoadmapState(List<Action> actions) {
    public static final RoadmapState NONE = new RoadmapState(List.of());

    public RoadmapState {
        actions = List.copyOf(actions);
    }

    /** @param model the version under which it was planned */
    public record Action(UUID id, ModelRef model, ActionPlan plan, ActionStatus status) {
        Action at(ActionStatus next) {
            return new Action(id, model, plan, next);
        }

        Action with(ActionPlan other) {
            return new Action(id, model, other, status);
        }
    }

    public RoadmapState evolve(RoadmapEvent event) {
        return switch (event) {
            case ActionPlanned it -> planned(new Action(it.action(), it.model(), it.plan(), ActionStatus.PLANNED));
            case ActionChanged it -> changed(action(it.action()).with(it.plan()));
            case ActionStarted it -> changed(action(it.action()).at(ActionStatus.STARTED));
            case ActionCompleted it -> changed(action(it.action()).at(ActionStatus.DONE));
            case ActionDropped it -> changed(action(it.action()).at(ActionStatus.DROPPED));
        };
    }

    /** @throws Rejected when the roadmap has no such action */
    public Action action(UUID id) {
        return actions.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Rejected(new Rejection.NotFound("action")));
    }

    private RoadmapState planned(Action action) {
        var all = new ArrayList<>(actions);
        all.add(action);
        return new RoadmapState(all);
    }

    private RoadmapState changed(Action action) {
        return new RoadmapState(actions.stream()
                .map(it -> it.id().equals(action.id()) ? action : it)
                .toList());
    }
}

package io.cairn.assessment.roadmap.amending;

import io.cairn.assessment.roadmap.RoadmapState;
import io.cairn.assessment.roadmap.planning.PlanAction;
import io.cairn.language.ActionPlan;
import io.cairn.language.ActorId;
import io.cairn.language.FreeText;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.maturity.MaturityModel;
import java.util.List;
import java.util.UUID;

/** The steps of one action, as somebody takes them. */
public record RoadmapSteps(PlanAction plan, MaturityModel model, UUID action, ActorId by, boolean plans) {
    public List<RoadmapEvent> start(RoadmapState state) {
        return decide(state, new StartAction(null));
    }

    public List<RoadmapEvent> complete(RoadmapState state) {
        return decide(state, new CompleteAction(null));
    }

    public List<RoadmapEvent> drop(RoadmapState state, FreeText reason) {
        return decide(state, new DropAction(reason));
    }

    public List<RoadmapEvent> change(RoadmapState state, ActionPlan to) {
        return decide(state, new ChangeAction(ignored -> to));
    }

    private List<RoadmapEvent> decide(RoadmapState state, ActionChange change) {
        var command =
                new AmendAction(plan.tenant(), plan.unit(), plan.model().key(), action, List.of(change), by, plans);
        return AmendAction.decide(command, state, ref -> model);
    }
}

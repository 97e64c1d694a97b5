package io.cairn.assessment.roadmap.amending;

import io.cairn.assessment.roadmap.Aims;
import io.cairn.assessment.roadmap.RoadmapState.Action;
import io.cairn.language.ActionPlan;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.maturity.MaturityModel;
import java.util.List;
import java.util.function.UnaryOperator;

/** Other details of an action that is not over. @param change from the plan there is */
record ChangeAction(UnaryOperator<ActionPlan> change) implements ActionChange {
    static List<RoadmapEvent> decide(ChangeAction change, Action action, MaturityModel model) {
        var plan = Aims.onScale(change.change().apply(action.plan()), model);
        if (plan.equals(action.plan())) return List.of();
        if (action.status().isOver()) throw new Rejected(new Rejection.WrongActionStatus(action.status(), "change"));
        return List.of(new ActionChanged(action.id(), action.plan(), plan));
    }
}

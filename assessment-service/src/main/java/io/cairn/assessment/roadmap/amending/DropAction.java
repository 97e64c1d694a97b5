package io.cairn.assessment.roadmap.amending;

import io.cairn.assessment.roadmap.RoadmapState.Action;
import io.cairn.language.ActionStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import java.util.List;

/** The action will not be done. */
record DropAction(FreeText reason) implements ActionChange {
    static List<RoadmapEvent> decide(DropAction change, Action action) {
        if (action.status() == ActionStatus.DROPPED) return List.of();
        if (action.status().isOver()) throw new Rejected(new Rejection.WrongActionStatus(action.status(), "drop"));
        return List.of(new ActionDropped(action.id(), change.reason()));
    }
}

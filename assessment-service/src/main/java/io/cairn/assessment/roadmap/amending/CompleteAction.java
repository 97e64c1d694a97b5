package io.cairn.assessment.roadmap.amending;

import io.cairn.assessment.roadmap.RoadmapState.Action;
import io.cairn.language.ActionStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The action is done, whether or not anybody said that it began. */
record CompleteAction(@Nullable FreeText reason) implements ActionChange {
    static List<RoadmapEvent> decide(CompleteAction change, Action action) {
        if (action.status() == ActionStatus.DONE) return List.of();
        if (action.status().isOver()) throw new Rejected(new Rejection.WrongActionStatus(action.status(), "complete"));
        return List.of(new ActionCompleted(action.id(), change.reason()));
    }
}

package io.cairn.assessment.roadmap.amending;

import io.cairn.assessment.roadmap.RoadmapState.Action;
import io.cairn.language.ActionStatus;
import io.cairn.language.FreeText;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work on a planned action begins. */
record StartAction(@Nullable FreeText reason) implements ActionChange {
    static List<RoadmapEvent> decide(StartAction change, Action action) {
        if (action.status() == ActionStatus.STARTED) return List.of();
        if (action.status().isOver()) throw new Rejected(new Rejection.WrongActionStatus(action.status(), "start"));
        return List.of(new ActionStarted(action.id(), change.reason()));
    }
}

package io.cairn.assessment.roadmap;

import io.cairn.language.ActionStatus;
import io.cairn.language.ModelKey;
import io.cairn.language.UnitCode;
import java.util.List;

/** A roadmap and how far it is. */
record RoadmapBody(UnitCode unit, ModelKey model, Progress progress, long version) {

    /** @param overdue among those planned and started */
    record Progress(int actions, int planned, int started, int done, int dropped, int overdue) {
        static Progress of(List<ActionBody> actions) {
            return new Progress(
                    actions.size(),
                    count(actions, ActionStatus.PLANNED),
                    count(actions, ActionStatus.STARTED),
                    count(actions, ActionStatus.DONE),
                    count(actions, ActionStatus.DROPPED),
                    (int) actions.stream().filter(ActionBody::overdue).count());
        }

        private static int count(List<ActionBody> actions, ActionStatus status) {
            return (int) actions.stream().filter(it -> it.status() == status).count();
        }
    }
}

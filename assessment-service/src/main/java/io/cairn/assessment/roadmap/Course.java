package io.cairn.assessment.roadmap;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.FreeText;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action and what became of it.
 *
 * @param events those about it, in order; the first is that it was planned
 */
public record Course(RoadmapState.Action action, List<StoredEvent> events) {
    public StoredEvent planned() {
        return events.getFirst();
    }

    public Optional<StoredEvent> started() {
        return events.stream().filter(it -> it.event() instanceof ActionStarted).findFirst();
    }

    public Optional<StoredEvent> completed() {
        return events.stream()
                .filter(it -> it.event() instanceof ActionCompleted)
                .findFirst();
    }

    /** Done or dropped. */
    public @Nullable Instant endedAt() {
        return action.status().isOver() ? events.getLast().recordedAt() : null;
    }

    /** Of the last step that was taken. */
    public @Nullable FreeText reason() {
        FreeText reason = null;
        for (var stored : events)
            if (stored.event() instanceof ActionStarted it) reason = it.reason();
            else if (stored.event() instanceof ActionCompleted it) reason = it.reason();
            else if (stored.event() instanceof ActionDropped it) reason = it.reason();
        return reason;
    }
}

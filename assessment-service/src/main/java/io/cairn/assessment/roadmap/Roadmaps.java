package io.cairn.assessment.roadmap;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.ModelKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.RoadmapEvent;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A roadmap as its own stream tells it, so never behind. */
@Component
public final class Roadmaps {
    private final StreamReader streams;

    Roadmaps(StreamReader streams) {
        this.streams = streams;
    }

    /** @param events its whole past, never empty */
    public record Found(RoadmapState state, List<StoredEvent> events) {
        public long version() {
            return events.getLast().version();
        }

        public List<Course> courses() {
            return state.actions().stream().map(this::course).toList();
        }

        public Course course(UUID action) {
            return course(state.action(action));
        }

        private Course course(RoadmapState.Action action) {
            return new Course(
                    action,
                    events.stream()
                            .filter(it -> it.event() instanceof RoadmapEvent event
                                    && event.action().equals(action.id()))
                            .toList());
        }
    }

    /** @throws Rejected when no action was ever planned */
    public Found find(TenantId tenant, UnitCode unit, ModelKey model) {
        return find(tenant, unit, model, Long.MAX_VALUE);
    }

    /** As it was at a version, which may not be its last any more. */
    public Found find(TenantId tenant, UnitCode unit, ModelKey model, long version) {
        var events = streams.read(StreamId.roadmap(tenant, unit, model)).stream()
                .filter(it -> it.version() <= version)
                .toList();
        if (events.isEmpty()) throw new Rejected(new Rejection.NotFound("roadmap"));
        var state = RoadmapState.NONE;
        for (var stored : events) if (stored.event() instanceof RoadmapEvent event) state = state.evolve(event);
        return new Found(state, events);
    }
}

package io.cairn.assessment.journey;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.ModelKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** A journey as its own stream tells it. */
@Component
public final class Journeys {
    private final StreamReader streams;

    Journeys(StreamReader streams) {
        this.streams = streams;
    }

    public record Found(JourneyState state, List<StoredEvent> events) {
        /** Of a journey that has not begun. */
        public static final Found NONE = new Found(JourneyState.NONE, List.of());

        /** -1 when it has no event. */
        public long version() {
            return events.isEmpty() ? -1 : events.getLast().version();
        }
    }

    /** @throws io.cairn.language.Rejected when it has no event */
    public Found find(TenantId tenant, UnitCode unit, ModelKey model) {
        var events = streams.read(StreamId.journey(tenant, unit, model));
        if (events.isEmpty()) throw new Rejected(new Rejection.NotFound("journey"));
        var state = JourneyState.NONE;
        for (var stored : events) if (stored.event() instanceof JourneyEvent event) state = state.evolve(event);
        return new Found(state, events);
    }
}

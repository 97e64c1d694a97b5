package io.cairn.eventstore.projection;

import io.cairn.eventstore.Channel;
import io.cairn.eventstore.Origin;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.event.Event;

/** Translates an event to a command. It never decides. It starts with the first event there is and is never sent back. */
public interface Policy {
    String name();

    /** Whether {@link #when} does anything for events like this one, whatever was before. */
    default boolean concerns(Event event) {
        return true;
    }

    /**
     * May come twice for one event after a crash; the command must not mind. Events of a tenant come in order. When one
     * fails for a passing reason (no connection, a lost race) it comes again; any other exception sets it aside, and with
     * it what follows in its stream.
     */
    void when(StoredEvent event);

    /** Of what it sends because of an event: it goes back to the event, and to the request behind it if there was one. */
    default Origin origin(StoredEvent event) {
        var request = event.origin().correlation();
        return new Origin(
                new ActorId("policy:" + name()),
                Channel.POLICY,
                request != null ? request : event.eventId(),
                event.eventId());
    }
}

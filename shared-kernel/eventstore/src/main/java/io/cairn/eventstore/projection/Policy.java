package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;
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
}

package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;

/** Translates an event to a command. It never decides, and is never replayed: it starts at the head it first meets. */
public interface Policy {
    String name();

    /** May come twice for one event after a crash; the command must not mind. */
    void when(StoredEvent event);
}

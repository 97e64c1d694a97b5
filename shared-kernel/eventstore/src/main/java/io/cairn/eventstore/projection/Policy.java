package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;

/** Translates an event to a command. It never decides. It starts with the first event there is and is never sent back. */
public interface Policy {
    String name();

    /** May come twice for one event after a crash; the command must not mind. An exception makes it come again. */
    void when(StoredEvent event);
}

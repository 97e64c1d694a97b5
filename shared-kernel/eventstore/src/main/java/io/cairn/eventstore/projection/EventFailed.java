package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;

/** A view or policy could not take a batch that begins with an event. */
final class EventFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventFailed(StoredEvent first, Throwable cause) {
        super("event " + first.position() + " (" + first.event().getClass().getSimpleName() + "): " + cause, cause);
    }
}

package io.cairn.eventstore;

import java.util.List;

/** Reads all tenants' events in the order of their positions, through the role {@code projector}. */
public interface EventSource {
    /** At most {@code limit} events behind {@code position}; empty when there are none yet. */
    List<StoredEvent> after(long position, int limit);

    /** The position of the last event, 0 when there is none. */
    long head();
}

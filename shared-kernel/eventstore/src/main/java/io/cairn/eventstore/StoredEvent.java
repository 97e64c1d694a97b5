package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as the store holds it.
 *
 * @param position its place in the one order of all events, from 1, without gaps
 * @param version its place in its stream, from 0
 */
public record StoredEvent(
        long position, StreamId stream, long version, UUID eventId, Event event, Origin origin, Instant recordedAt) {
    public TenantId tenant() {
        return stream.tenant();
    }
}

package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.event.Event;
import java.util.UUID;

/** An event to append, with the version it must get. */
public record NewEvent(StreamId stream, long version, UUID eventId, Event event, Origin origin) {}

package io.cairn.eventstore;

import java.util.UUID;

/** What can be said of an event without reading it. */
public record EventLabel(long position, UUID tenant, String streamType, UUID stream, String name) {}

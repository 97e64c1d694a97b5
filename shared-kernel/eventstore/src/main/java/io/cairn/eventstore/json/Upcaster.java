package io.cairn.eventstore.json;

import tools.jackson.databind.JsonNode;

/**
 * Reads yesterday's event as today's: turns the payload of one event from {@code revision} into that of the next.
 * Texts stand in it as digests.
 */
public interface Upcaster {
    /** The event's stored name. */
    String name();

    /** The revision it reads. */
    int revision();

    /** May change and return the node it is given. */
    JsonNode upcast(JsonNode payload);
}

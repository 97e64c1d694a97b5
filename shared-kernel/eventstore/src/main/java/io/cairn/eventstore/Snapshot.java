package io.cairn.eventstore;

import io.cairn.eventstore.json.StateJson;

/**
 * What is remembered of a stream.
 *
 * @param version of the last event it knows of
 */
public record Snapshot(long version, StateJson.Form form) {}

package io.cairn.eventstore.projection;

/** A view, and the schema that holds its tables and its token. */
public record ViewRegistration(String schema, View view) {}

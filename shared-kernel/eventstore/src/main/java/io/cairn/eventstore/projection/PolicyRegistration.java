package io.cairn.eventstore.projection;

/** A policy, and the schema that holds its token. */
public record PolicyRegistration(String schema, Policy policy) {}

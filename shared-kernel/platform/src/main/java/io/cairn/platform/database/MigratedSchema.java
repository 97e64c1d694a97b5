package io.cairn.platform.database;

/** A schema whose migrations are on the class path, as a bean; brought up to date at start, in the order of the beans. */
public record MigratedSchema(String name) {}

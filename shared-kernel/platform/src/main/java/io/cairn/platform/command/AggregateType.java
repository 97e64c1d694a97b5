package io.cairn.platform.command;

/** Tells the platform of an aggregate, as a bean: its commands are then handled in this process. */
public record AggregateType(Class<? extends AggregateShell> shell) {}

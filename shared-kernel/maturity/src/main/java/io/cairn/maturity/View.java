package io.cairn.maturity;

/** A group of dimensions that is scored by itself and never averaged with another. */
public record View(String key, Text title) {}

package io.cairn.maturity.movement;

/**
 * A stage as an assessment showed it.
 *
 * @param month in which its period ended, counted as {@link io.cairn.language.Period#endMonth} does
 * @param stage its ordinal
 */
public record Seen(int month, int stage) {}

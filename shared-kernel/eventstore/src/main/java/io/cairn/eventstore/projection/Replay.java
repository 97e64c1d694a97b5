package io.cairn.eventstore.projection;

import org.jspecify.annotations.Nullable;

/**
 * What came of taking a stream's dead letters once more.
 *
 * @param taken how many are in the view now
 * @param stuckAt the one that failed again, null when all were taken
 */
public record Replay(int taken, @Nullable DeadLetter stuckAt) {}

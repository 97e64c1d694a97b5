package io.cairn.assessment.delivery;

import java.time.Instant;

/**
 * What is left in a lane.
 *
 * @param due when something is to be tried next
 * @param since when the oldest of it began to wait
 */
public record Waiting(Instant due, Instant since) {}

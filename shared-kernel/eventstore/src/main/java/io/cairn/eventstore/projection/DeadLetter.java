package io.cairn.eventstore.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a view or policy has not taken.
 *
 * @param name of the event, as stored
 * @param error why it was not taken, null when it only waits behind an earlier one of its stream
 * @param attempts how often it was tried, 0 when it only waits
 */
public record DeadLetter(
        String projection,
        long position,
        UUID tenant,
        String streamType,
        UUID stream,
        String name,
        @Nullable String error,
        Instant parkedAt,
        int attempts) {}

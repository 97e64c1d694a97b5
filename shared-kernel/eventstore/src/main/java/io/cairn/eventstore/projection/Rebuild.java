package io.cairn.eventstore.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view made anew from all events, beside the live one.
 *
 * @param position of the last event the new view has seen
 * @param head where it has to get to
 * @param finishedAt null while it is under way, or waits for a node to do it
 * @param different how many rows of the live view were not as the events have it, and are now; null until it is done
 * @param failure why it was given up, null when it was not
 */
public record Rebuild(
        Instant askedAt,
        long position,
        long head,
        @Nullable Instant finishedAt,
        @Nullable Long different,
        @Nullable String failure) {}

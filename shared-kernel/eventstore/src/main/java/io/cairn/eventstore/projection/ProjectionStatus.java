package io.cairn.eventstore.projection;

import org.jspecify.annotations.Nullable;

/**
 * How far a view or policy is.
 *
 * @param position of the last event it has seen, durably
 * @param head of the store when last looked at
 * @param lagSeconds the age of the oldest event it has not seen, 0 when it has seen all
 * @param failure why it stands still, null when it does not
 */
public record ProjectionStatus(
        String name,
        long position,
        long head,
        double lagSeconds,
        @Nullable String failure) {}

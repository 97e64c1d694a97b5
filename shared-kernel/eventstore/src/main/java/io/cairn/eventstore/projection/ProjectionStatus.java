package io.cairn.eventstore.projection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a view or policy is.
 *
 * @param position every event until here was seen, durably, or set aside; by all segments, wherever they run
 * @param head of the store when last looked at
 * @param lagSeconds the age of the oldest event it has not seen, 0 when it has seen all
 * @param deadLetters how many events were set aside
 * @param failure why a segment of this process stands still, null when none does
 * @param rebuild the last one, null when there was none
 */
public record ProjectionStatus(
        String name,
        long position,
        long head,
        double lagSeconds,
        List<SegmentStatus> segments,
        long deadLetters,
        @Nullable String failure,
        @Nullable Rebuild rebuild) {

    /**
     * One part of the events' way.
     *
     * @param firstSlot of 256, as is {@code lastSlot}, inclusive
     * @param owner the node that takes its events, null when none does just now
     */
    public record SegmentStatus(
            int firstSlot, int lastSlot, @Nullable UUID owner, long position) {}
}

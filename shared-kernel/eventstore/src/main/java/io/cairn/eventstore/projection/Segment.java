package io.cairn.eventstore.projection;

import io.cairn.eventstore.Slots;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code projection}: one view's or policy's way through the events of a range of slots.
 *
 * @param position of the last event taken, durably
 * @param owner the node that takes the next ones, null when none does
 * @param epoch changes with owner and range, and when the view was rebuilt; a batch is written under the epoch it was
 *     begun with, or not at all
 */
record Segment(
        String name,
        int first,
        int last,
        long position,
        @Nullable UUID owner,
        long epoch) {
    Slots slots(Slots.By by) {
        return new Slots(by, first, last);
    }

    int width() {
        return last - first + 1;
    }

    boolean contains(int slot) {
        return first <= slot && slot <= last;
    }
}

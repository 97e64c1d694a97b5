package io.cairn.assessment.imports;

import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.language.StreamId;
import io.cairn.language.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Where decided events go: to the append, but only while they may still be committed. */
final class Decided {
    private final ImportOrder order;
    private final EventAppender.BulkAppend append;
    private final Supplier<UUID> ids;
    private final Tally tally;
    private long added;

    Decided(ImportOrder order, EventAppender.BulkAppend append, Supplier<UUID> ids, Tally tally) {
        this.order = order;
        this.append = append;
        this.ids = ids;
        this.tally = tally;
    }

    /** @param version the stream is at, -1 when it has no event */
    void add(StreamId stream, long version, List<? extends Event> events) {
        if (order.dryRun() || tally.isRejected()) return;
        for (var event : events) {
            append.add(new NewEvent(stream, ++version, ids.get(), event, order.origin()));
            added++;
        }
    }

    long added() {
        return added;
    }
}

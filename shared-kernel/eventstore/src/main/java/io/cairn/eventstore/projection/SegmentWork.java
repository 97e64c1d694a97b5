package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventLabel;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Slots;
import io.cairn.eventstore.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is the same for views and policies: the token of one segment, and the streams that wait. */
abstract class SegmentWork implements Work {
    final Projection projection;
    final Segment segment;
    final EventSource source;
    final Transactor transactor;
    private final Slots slots;
    /** All that are parked, and perhaps some that no longer are: only this work parks, others may replay. */
    private @Nullable Set<DeadLetters.Key> parked;
    /** The durable position. */
    long saved;

    SegmentWork(Projection projection, Segment segment, EventSource source, Transactor transactor) {
        this.projection = projection;
        this.segment = segment;
        this.source = source;
        this.transactor = transactor;
        this.slots = segment.slots(projection.order());
        this.saved = segment.position();
    }

    final List<StoredEvent> read(long position, long last) {
        return source.between(position, last, slots);
    }

    final boolean waits(StoredEvent event) {
        if (parked == null)
            parked = transactor.run(connection -> projection.letters().streams(connection, projection.name()));
        return !parked.isEmpty() && parked.contains(key(event));
    }

    /** Whether the streams of all {@code events} are still parked; to be asked under the lock on the token. */
    final boolean stillWait(Connection connection, List<StoredEvent> events) throws SQLException {
        if (events.isEmpty()) return true;
        parked = projection.letters().streams(connection, projection.name());
        return events.stream().allMatch(this::waits);
    }

    final void parkBehind(Connection connection, List<StoredEvent> events) throws SQLException {
        for (var event : events)
            projection.letters().park(connection, projection.name(), label(event.position()), null);
    }

    @Override
    public final long park(long position, Throwable because) {
        var event = label(position);
        var error = Faults.told(because);
        var taken = transactor.run(connection -> {
            if (!projection.tokens().take(connection, segment, saved, position)) return false;
            projection.letters().park(connection, projection.name(), event, error);
            return true;
        });
        if (!taken) return LOST;
        parked = null;
        saved = position;
        return position;
    }

    @Override
    public final boolean save(long position) {
        if (!unsaved(position)) return true;
        if (!transactor.run(connection -> projection.tokens().take(connection, segment, saved, position))) return false;
        saved = position;
        return true;
    }

    @Override
    public final boolean unsaved(long position) {
        return position > saved;
    }

    @Override
    public final void release() {
        transactor.run(connection -> {
            projection.tokens().release(connection, segment);
            return true;
        });
    }

    private EventLabel label(long position) {
        return source.label(position)
                .orElseThrow(() -> new IllegalStateException("there is no event at position " + position));
    }

    private static DeadLetters.Key key(StoredEvent event) {
        return new DeadLetters.Key(event.tenant().value(), event.stream().value());
    }
}

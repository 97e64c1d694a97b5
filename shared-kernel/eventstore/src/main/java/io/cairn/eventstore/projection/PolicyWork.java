package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Hands events to a policy. Its commands are transactions of their own; the lock on the token keeps other nodes from
 * sending the same ones at the same time, and after a crash the last batch comes again.
 */
final class PolicyWork extends SegmentWork {
    /** Small, since the whole batch comes again after a crash. */
    private static final int MOST = 100;

    private final Policy policy;
    private final Witness witness;

    PolicyWork(
            Projection projection,
            Policy policy,
            Segment segment,
            EventSource source,
            Transactor transactor,
            Witness witness) {
        super(projection, segment, source, transactor);
        this.policy = policy;
        this.witness = witness;
    }

    @Override
    public long advance(long position, long last) {
        var end = Math.min(last, position + MOST);
        var batch = read(position, end);
        var events =
                batch.stream().filter(event -> policy.concerns(event.event())).toList();
        if (events.isEmpty()) return end;
        var reached = transactor.run(connection -> hand(events, batch, position, end, connection));
        if (reached > position) saved = reached;
        return reached;
    }

    /** What was handed over before a failure is done and stays done; the failing event is then the next batch's first. */
    private long hand(List<StoredEvent> events, List<StoredEvent> batch, long position, long end, Connection connection)
            throws SQLException {
        var tokens = projection.tokens();
        if (!tokens.hold(connection, segment, saved)) return LOST;
        var behindParked = events.stream().filter(this::waits).toList();
        if (!stillWait(connection, behindParked)) return position; // replayed just now: once more, then
        var done = position;
        for (var event : events) {
            try {
                if (behindParked.contains(event)) parkBehind(connection, List.of(event));
                else witness.handed(projection.name(), event, batch, () -> policy.when(event));
            } catch (RuntimeException e) {
                if (done == position) throw Faults.ofTheEvent(e) ? EventFailed.at(event.position(), e) : e;
                return tokens.take(connection, segment, saved, done) ? done : LOST;
            }
            done = event.position();
        }
        return tokens.take(connection, segment, saved, end) ? end : LOST;
    }
}

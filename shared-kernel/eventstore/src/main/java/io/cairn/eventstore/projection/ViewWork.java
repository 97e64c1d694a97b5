package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Applies events to a view: token and rows in one transaction. */
final class ViewWork extends SegmentWork {
    private static final int FEW = 4;

    private final View view;
    private final Witness witness;

    ViewWork(
            Projection projection,
            View view,
            Segment segment,
            EventSource source,
            Transactor transactor,
            Witness witness) {
        super(projection, segment, source, transactor);
        this.view = view;
        this.witness = witness;
    }

    @Override
    public long advance(long position, long last) {
        var since = System.nanoTime();
        var rows = new Statements(projection.tables());
        var behindParked = new ArrayList<StoredEvent>();
        var events = read(position, last);
        for (var event : events) {
            if (waits(event)) behindParked.add(event);
            else apply(event, rows);
        }
        // events that say nothing to the view need no transaction; the loop sees to it that the token follows soon
        if (rows.isEmpty() && behindParked.isEmpty()) return last;
        try {
            var alone = transactor.alone();
            var reached = alone != null && behindParked.isEmpty() && rows.size() <= FEW
                    ? writeAtOnce(alone, last, rows)
                    : transactor.run(connection -> write(position, last, rows, behindParked, connection));
            if (reached == last) {
                saved = last;
                witness.applied(projection.name(), events, since);
            }
            return reached;
        } catch (RowsFailed e) {
            throw Faults.ofTheEvent(e) ? EventFailed.between(position, last, e) : e;
        }
    }

    @Override
    public void analyze() {
        for (var table : view.tables())
            transactor.run(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute("analyze " + table);
                }
            });
    }

    private void apply(StoredEvent event, Rows rows) {
        try {
            view.apply(event, rows);
        } catch (RuntimeException e) {
            throw Faults.ofTheEvent(e) ? EventFailed.at(event.position(), e) : e;
        }
    }

    /** Token and rows in one round trip: what is few is waited for. */
    private long writeAtOnce(DataSource alone, long last, Statements rows) {
        try (var connection = alone.getConnection()) {
            rows.writeBehind(projection.tokens().move(segment, saved, last), connection, projection.translation());
            return last;
        } catch (RowsFailed e) {
            if (e.getCause() instanceof SQLException cause && Tokens.isLost(cause)) return LOST;
            throw e;
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    private long write(long position, long last, Statements rows, List<StoredEvent> behindParked, Connection connection)
            throws SQLException {
        var tokens = projection.tokens();
        if (!behindParked.isEmpty()) {
            if (!tokens.hold(connection, segment, saved)) return LOST;
            if (!stillWait(connection, behindParked)) return position; // replayed just now: once more, then
            parkBehind(connection, behindParked);
        }
        if (!tokens.take(connection, segment, saved, last)) return LOST;
        rows.write(connection, projection.translation());
        return last;
    }
}

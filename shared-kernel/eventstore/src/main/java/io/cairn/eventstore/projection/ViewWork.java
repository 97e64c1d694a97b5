package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Applies events to a view: rows and token in one transaction, under a lock on the token. */
final class ViewWork implements Work {
    private final View view;
    private final Token token;
    private final EventSource source;
    private final DataSource projector;

    ViewWork(ViewRegistration registration, EventSource source, DataSource projector) {
        this.view = registration.view();
        this.token = new Token(registration.schema(), view.name());
        this.source = source;
        this.projector = projector;
    }

    @Override
    public String name() {
        return view.name();
    }

    @Override
    public long position() {
        return Transactions.run(projector, token::read);
    }

    @Override
    public long advance(long position, int limit) {
        var events = source.after(position, limit);
        if (events.isEmpty()) return position;
        return Transactions.run(projector, connection -> {
            var actual = token.lock(connection);
            if (actual != position) return actual;
            apply(events, connection);
            token.write(connection, events.getLast().position());
            return events.getLast().position();
        });
    }

    private void apply(List<StoredEvent> events, Connection connection) throws SQLException {
        try (var rows = new JdbcRows(connection)) {
            for (var event : events) view.apply(event, rows);
            rows.flush();
        } catch (RuntimeException e) {
            throw new EventFailed(events.getFirst(), e);
        }
    }

    /** Empties the view's tables and starts again, in one transaction. */
    void burn() {
        if (view.tables().isEmpty()) throw new IllegalArgumentException(name() + " does not name its tables");
        Transactions.run(projector, connection -> {
            token.read(connection);
            token.lock(connection);
            try (var statement = connection.createStatement()) {
                for (var table : view.tables()) statement.executeUpdate("delete from " + table);
            }
            token.write(connection, 0);
            return true;
        });
    }
}

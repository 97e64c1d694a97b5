package io.cairn.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The end of the store, where one transaction at a time may append. */
final class Head {
    /**
     * Moves the head by as many events as there are and tells where it was moved to. The row stays locked until the end
     * of the transaction, and whoever waited for it goes on from what the one before committed: positions are given in
     * the order of commits, and recorded times never run backwards, whatever the clocks of the nodes say. Under READ
     * COMMITTED each statement has a snapshot of its own, so that those behind this one see all events up to there.
     */
    static final String MOVE = """
            update eventstore.head set position = position + ?, recorded_at = greatest(recorded_at, ?) returning position
            """;

    /** Locks the row in the same way and leaves it as it is. */
    static final String LOCK = "select position from eventstore.head for update";

    private Head() {}

    static long read(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    static long read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select position from eventstore.head");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The position it was moved to. */
    static long move(Connection connection, long by, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, by);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

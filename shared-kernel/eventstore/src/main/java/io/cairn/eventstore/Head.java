package io.cairn.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The end of the store, where one transaction at a time may append. */
final class Head {
    // Any number will do, as long as every appender takes the same one.
    private static final long APPEND_LOCK = 0x636169726eL;

    /**
     * Takes the append lock until the end of the transaction. Under READ COMMITTED each statement has a snapshot of its
     * own, so the head is read after the lock was got; positions are therefore given in the order of commits, and
     * recorded times never run backwards, whatever the clocks of the nodes say.
     */
    static final String LOCK = "select pg_advisory_xact_lock(" + APPEND_LOCK + ")";

    /** And gives positions up to the head's: it is moved by as many as there are, and never back in time. */
    static final String LOCK_AND_MOVE =
            LOCK + "; update eventstore.head set position = position + ?, recorded_at = greatest(recorded_at, ?)";

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

    static void lockAndMove(Connection connection, long by, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK_AND_MOVE)) {
            statement.setLong(1, by);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.execute();
        }
    }
}

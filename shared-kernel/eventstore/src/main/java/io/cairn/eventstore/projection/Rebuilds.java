package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code rebuild} of a schema: what was asked for, how far it is, and how it ended. */
final class Rebuilds {
    private final String table;

    Rebuilds(String schema) {
        this.table = schema + ".rebuild";
    }

    /** Does nothing when one is asked for that has not ended. */
    void ask(Connection connection, String view, long head) throws SQLException {
        change(
                connection,
                "insert into " + table
                        + " as r (projection, asked_at, position, head) values (?, clock_timestamp(), 0, ?)"
                        + " on conflict (projection) do update set asked_at = excluded.asked_at, position = 0,"
                        + " head = excluded.head, finished_at = null, different = null, failure = null"
                        + " where r.finished_at is not null",
                view,
                head);
    }

    void progress(Connection connection, String view, long position, long head) throws SQLException {
        change(
                connection,
                "update " + table + " set position = ?, head = ? where projection = ? and finished_at is null",
                position,
                head,
                view);
    }

    /** @param failure null when it succeeded; then {@code different} is how many rows were */
    void ended(Connection connection, String view, long position, @Nullable Long different, @Nullable String failure)
            throws SQLException {
        change(
                connection,
                "update " + table + " set position = ?, head = greatest(head, ?), different = ?, failure = ?,"
                        + " finished_at = clock_timestamp() where projection = ? and finished_at is null",
                position,
                position,
                different,
                failure,
                view);
    }

    /** The last one of each view that had any. */
    Map<String, Rebuild> all(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select projection, asked_at, position, head, finished_at, different, failure from " + table);
                var row = statement.executeQuery()) {
            var rebuilds = new HashMap<String, Rebuild>();
            while (row.next()) {
                var finished = row.getObject(5, OffsetDateTime.class);
                rebuilds.put(
                        row.getString(1),
                        new Rebuild(
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getLong(3),
                                row.getLong(4),
                                finished == null ? null : finished.toInstant(),
                                row.getObject(6, Long.class),
                                row.getString(7)));
            }
            return rebuilds;
        }
    }

    private static void change(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
            statement.executeUpdate();
        }
    }
}

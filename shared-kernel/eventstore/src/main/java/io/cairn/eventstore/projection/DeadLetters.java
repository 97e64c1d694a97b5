package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventLabel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code dead_letter} of a schema. A stream's first letter is the event that failed, the others wait behind
 * it. Letters come and go under the lock on the token of their segment only.
 */
final class DeadLetters {
    private static final String COLUMNS =
            "select projection, position, tenant_id, stream_type, stream_id, name, error, parked_at, attempts from ";

    private final String table;

    DeadLetters(String schema) {
        this.table = schema + ".dead_letter";
    }

    /** A stream of a tenant. */
    record Key(UUID tenant, UUID stream) {}

    /** @param error null when it only waits behind another of its stream */
    void park(Connection connection, String projection, EventLabel event, @Nullable String error) throws SQLException {
        change(
                connection,
                "insert into " + table
                        + " (projection, position, tenant_id, stream_type, stream_id, name, error, parked_at, attempts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, now(), ?)",
                projection,
                event.position(),
                event.tenant(),
                event.streamType(),
                event.stream(),
                event.name(),
                error,
                error == null ? 0 : 1);
    }

    /** The streams that wait. */
    Set<Key> streams(Connection connection, String projection) throws SQLException {
        try (var statement = prepared(
                        connection,
                        "select distinct tenant_id, stream_id from " + table + " where projection = ?",
                        projection);
                var row = statement.executeQuery()) {
            var streams = new HashSet<Key>();
            while (row.next()) streams.add(new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            return streams;
        }
    }

    /** Of one stream, the first ones in their order. */
    List<DeadLetter> ofStream(Connection connection, String projection, UUID stream, int limit) throws SQLException {
        return letters(
                connection,
                "where projection = ? and stream_id = ? order by position limit ?",
                projection,
                stream,
                limit);
    }

    /** Of one projection, behind a position. */
    List<DeadLetter> behind(Connection connection, String projection, long position, int limit) throws SQLException {
        return letters(
                connection,
                "where projection = ? and position > ? order by position limit ?",
                projection,
                position,
                limit);
    }

    void failedAgain(Connection connection, DeadLetter letter, String error) throws SQLException {
        change(
                connection,
                "update " + table + " set error = ?, attempts = attempts + 1 where projection = ? and position = ?",
                error,
                letter.projection(),
                letter.position());
    }

    boolean remove(Connection connection, DeadLetter letter) throws SQLException {
        return change(
                        connection,
                        "delete from " + table + " where projection = ? and position = ?",
                        letter.projection(),
                        letter.position())
                == 1;
    }

    /** By projection; one without letters is not there. */
    Map<String, Long> count(Connection connection) throws SQLException {
        try (var statement = prepared(connection, "select projection, count(*) from " + table + " group by 1");
                var row = statement.executeQuery()) {
            var counts = new HashMap<String, Long>();
            while (row.next()) counts.put(row.getString(1), row.getLong(2));
            return counts;
        }
    }

    private List<DeadLetter> letters(Connection connection, String condition, Object... arguments) throws SQLException {
        try (var statement = prepared(connection, COLUMNS + table + " " + condition, arguments);
                var row = statement.executeQuery()) {
            var letters = new ArrayList<DeadLetter>();
            while (row.next()) letters.add(letter(row));
            return letters;
        }
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getInt(9));
    }

    private static int change(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (var statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
        return statement;
    }
}

package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code projection} of a schema. {@link #take} is what makes views exactly-once: it locks a segment's row
 * until the transaction ends, and changes nothing unless the row is still as the caller left it; the batch's rows
 * follow in the same transaction.
 */
final class Tokens {
    /** What {@link #move} fails with; no state of the database's own begins so. */
    private static final String LOST = "CR001";

    private final String table;
    private final String move;

    Tokens(String schema) {
        if (!schema.matches("[a-z_]+")) throw new IllegalArgumentException("not a schema name: " + schema);
        this.table = schema + ".projection";
        this.move = "select " + schema + ".move_token(?, ?, ?, ?, ?)";
    }

    /** Moves the token, unless somebody else owns the segment now or has moved it. */
    boolean take(Connection connection, Segment segment, long from, long to) throws SQLException {
        return change(
                connection,
                "update %s set position = ?, updated_at = now() where name = ? and first_slot = ? and epoch = ?"
                        + " and position = ?",
                to,
                segment.name(),
                segment.first(),
                segment.epoch(),
                from);
    }

    /**
     * The same as a statement that fails when it cannot, so that others can be sent right behind it.
     *
     * @see #isLost
     */
    Statements.Statement move(Segment segment, long from, long to) {
        return new Statements.Statement(
                move, new Object[] {segment.name(), segment.first(), segment.epoch(), from, to});
    }

    /** Whether it is {@link #move} that failed. */
    static boolean isLost(SQLException e) {
        return LOST.equals(e.getSQLState());
    }

    /** Locks the token where it is, unless somebody else owns the segment now or has moved it. */
    boolean hold(Connection connection, Segment segment, long at) throws SQLException {
        return take(connection, segment, at, at);
    }

    /** One segment of all slots for each name that has none, at the beginning, owned by nobody. */
    void create(Connection connection, Collection<String> names) throws SQLException {
        change(
                connection,
                "insert into %1$s (name, position, updated_at) select n.name, 0, now() from unnest(?) as n(name)"
                        + " where not exists (select from %1$s p where p.name = n.name) on conflict do nothing",
                (Object) names.toArray(String[]::new));
    }

    /** Segments by name and slots. */
    List<Segment> all(Connection connection, Collection<String> names) throws SQLException {
        return segments(
                connection, "where name = any (?) order by name, first_slot", (Object) names.toArray(String[]::new));
    }

    /** All segments of one name, locked until the transaction ends. */
    List<Segment> lockAll(Connection connection, String name) throws SQLException {
        return segments(connection, "where name = ? order by first_slot for update", name);
    }

    /** The segment a slot belongs to, locked until the transaction ends. */
    List<Segment> lock(Connection connection, String name, int slot) throws SQLException {
        return segments(
                connection, "where name = ? and first_slot <= ? and last_slot >= ? for update", name, slot, slot);
    }

    /** The segment as it is now, locked; empty when its epoch is another one or somebody else locks it. */
    Optional<Segment> lockUnchanged(Connection connection, Segment segment) throws SQLException {
        return segments(
                        connection,
                        "where name = ? and first_slot = ? and epoch = ? for update skip locked",
                        segment.name(),
                        segment.first(),
                        segment.epoch())
                .stream()
                .findFirst();
    }

    /** Of a segment that is locked, by its first slot. */
    void own(Connection connection, String name, int first, UUID owner) throws SQLException {
        change(
                connection,
                "update %s set owner = ?, epoch = epoch + 1 where name = ? and first_slot = ?",
                owner,
                name,
                first);
    }

    /** Gives the segment up, if it is still the caller's. */
    void release(Connection connection, Segment segment) throws SQLException {
        change(
                connection,
                "update %s set owner = null, epoch = epoch + 1 where name = ? and first_slot = ? and epoch = ?",
                segment.name(),
                segment.first(),
                segment.epoch());
    }

    /** Makes two halves of a segment that is locked; nobody owns the upper one. */
    void split(Connection connection, Segment segment) throws SQLException {
        var middle = (segment.first() + segment.last()) / 2;
        change(
                connection,
                "insert into %1$s (name, first_slot, last_slot, position, updated_at) select name, ?, last_slot,"
                        + " position, now() from %1$s where name = ? and first_slot = ?",
                middle + 1,
                segment.name(),
                segment.first());
        change(
                connection,
                "update %s set last_slot = ?, epoch = epoch + 1 where name = ? and first_slot = ?",
                middle,
                segment.name(),
                segment.first());
    }

    /** Makes one of two neighbours that are locked and at the same position. */
    void merge(Connection connection, Segment lower, Segment upper) throws SQLException {
        change(connection, "delete from %s where name = ? and first_slot = ?", upper.name(), upper.first());
        change(
                connection,
                "update %s set last_slot = ?, epoch = epoch + 1 where name = ? and first_slot = ?",
                upper.last(),
                lower.name(),
                lower.first());
    }

    /** All segments of the name, which are locked, go on behind {@code position}, with whoever takes them up. */
    void restart(Connection connection, String name, long position) throws SQLException {
        change(
                connection,
                "update %s set position = ?, owner = null, epoch = epoch + 1, updated_at = now() where name = ?",
                position,
                name);
    }

    private boolean change(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = prepared(connection, sql.formatted(table), arguments)) {
            return statement.executeUpdate() == 1;
        }
    }

    private List<Segment> segments(Connection connection, String condition, Object... arguments) throws SQLException {
        var sql = "select name, first_slot, last_slot, position, owner, epoch from " + table + " " + condition;
        try (var statement = prepared(connection, sql, arguments);
                var row = statement.executeQuery()) {
            var segments = new ArrayList<Segment>();
            while (row.next())
                segments.add(new Segment(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getObject(5, UUID.class),
                        row.getLong(6)));
            return segments;
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof String[] texts)
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            else statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}

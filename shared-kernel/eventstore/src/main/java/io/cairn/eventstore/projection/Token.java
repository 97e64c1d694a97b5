package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** How far one view or policy is, in the {@code projection} table of its schema. */
final class Token {
    private final String table;
    private final String name;

    Token(String schema, String name) {
        if (!schema.matches("[a-z_]+")) throw new IllegalArgumentException("not a schema name: " + schema);
        this.table = schema + ".projection";
        this.name = name;
    }

    /** The position, after creating the row if there is none yet. */
    long read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into " + table + " (name, position, updated_at) values (?, 0, now()) on conflict do nothing")) {
            statement.setString(1, name);
            statement.execute();
        }
        return position(connection, "");
    }

    /** The position; nobody else gets it until the transaction ends. */
    long lock(Connection connection) throws SQLException {
        return position(connection, " for update");
    }

    void write(Connection connection, long position) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update " + table + " set position = ?, updated_at = now() where name = ?")) {
            statement.setLong(1, position);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    private long position(Connection connection, String locking) throws SQLException {
        try (var statement =
                connection.prepareStatement("select position from " + table + " where name = ?" + locking)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                if (!row.next()) throw new IllegalStateException(name + " has no token in " + table);
                return row.getLong(1);
            }
        }
    }
}

package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Sends neighbours with the same SQL as one JDBC batch. */
final class JdbcRows implements Rows, AutoCloseable {
    private static final int MOST = 1_000;

    private final Connection connection;
    private @Nullable PreparedStatement statement;
    private String sql = "";
    private int waiting;

    JdbcRows(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void execute(String sql, @Nullable Object... arguments) {
        try {
            var prepared = prepared(sql);
            for (var i = 0; i < arguments.length; i++) bind(prepared, i + 1, arguments[i]);
            prepared.addBatch();
            if (++waiting == MOST) flush();
        } catch (SQLException e) {
            throw new RowsFailed(sql, e);
        }
    }

    /** Sends what still waits. */
    void flush() {
        if (statement == null || waiting == 0) return;
        try {
            waiting = 0;
            statement.executeBatch();
        } catch (SQLException e) {
            throw new RowsFailed(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (statement != null) statement.close();
    }

    private PreparedStatement prepared(String next) throws SQLException {
        if (statement != null && next.equals(sql)) return statement;
        flush();
        close();
        sql = next;
        var prepared = connection.prepareStatement(next);
        statement = prepared;
        return prepared;
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(index, argument);
        }
    }
}

package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a view says of a batch of events, kept until it is written: neighbours with the same SQL together. */
final class Statements implements Rows {
    private final List<Group> groups = new ArrayList<>();

    /** The same SQL with the arguments of each time. */
    private record Group(String sql, List<@Nullable Object[]> arguments) {}

    @Override
    public void execute(String sql, @Nullable Object... arguments) {
        if (groups.isEmpty() || !groups.getLast().sql().equals(sql)) groups.add(new Group(sql, new ArrayList<>()));
        groups.getLast().arguments().add(arguments);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** @param tables from the SQL of the view to the SQL that is executed */
    void write(Connection connection, UnaryOperator<String> tables) {
        for (var group : groups) {
            var sql = tables.apply(group.sql());
            try {
                write(connection, sql, group.arguments());
            } catch (SQLException e) {
                throw new RowsFailed(sql, e);
            }
        }
    }

    private static void write(Connection connection, String sql, List<@Nullable Object[]> arguments)
            throws SQLException {
        if (arguments.size() > 1 && ManyRows.insert(connection, sql, arguments)) return;
        try (var statement = connection.prepareStatement(sql)) {
            for (var each : arguments) {
                for (var i = 0; i < each.length; i++) bind(statement, i + 1, each[i]);
                if (arguments.size() > 1) statement.addBatch();
            }
            if (arguments.size() > 1) statement.executeBatch();
            else statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(index, argument);
        }
    }
}

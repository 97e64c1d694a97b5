package io.cairn.eventstore.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code eventstore.node}: which processes are alive and keep which views. */
final class Nodes {
    /** Of a process whose session stands but which does nothing. */
    private static final int GIVEN_UP_AFTER_SECONDS = 5;

    private static final String BEAT = """
            insert into eventstore.node (id, projections, pid, backend_start, seen_at)
            select ?, ?, a.pid, a.backend_start, clock_timestamp() from pg_stat_activity a where a.pid = pg_backend_pid()
            on conflict (id) do update set pid = excluded.pid, backend_start = excluded.backend_start,
                seen_at = excluded.seen_at
            """;
    private static final String ALIVE = """
            select n.id, n.projections from eventstore.node n
            join pg_stat_activity a on a.pid = n.pid and a.backend_start = n.backend_start
            where n.seen_at > clock_timestamp() - interval '%d seconds'
            """.formatted(GIVEN_UP_AFTER_SECONDS);
    private static final String FORGET_OLD =
            "delete from eventstore.node where seen_at < clock_timestamp() - interval '1 hour'";

    private Nodes() {}

    /** Says that the node is alive for as long as the connection stands. */
    static void beat(Connection connection, UUID node, Collection<String> projections) throws SQLException {
        try (var statement = connection.prepareStatement(BEAT)) {
            statement.setObject(1, node);
            statement.setArray(2, connection.createArrayOf("text", projections.toArray()));
            statement.executeUpdate();
        }
    }

    /** Those that ended without a word. */
    static void forgetOld(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(FORGET_OLD);
        }
    }

    static void leave(Connection connection, UUID node) throws SQLException {
        try (var statement = connection.prepareStatement("delete from eventstore.node where id = ?")) {
            statement.setObject(1, node);
            statement.executeUpdate();
        }
    }

    /** The nodes that keep each view or policy. */
    static Map<String, List<UUID>> alive(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ALIVE);
                var row = statement.executeQuery()) {
            var alive = new HashMap<String, List<UUID>>();
            while (row.next()) {
                var node = row.getObject(1, UUID.class);
                for (var name : Arrays.asList((String[]) row.getArray(2).getArray()))
                    alive.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
            }
            return alive;
        }
    }
}

package io.cairn.bench.plain;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.Streams;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** {@code BEGIN; INSERT; COMMIT} on that many connections, one platform thread each. Nothing is serialised. */
public final class PlainInsert implements Peer, AutoCloseable {
    private static final String INSERT =
            "insert into event (tenant_id, stream_type, stream_id, version, event_id, name,"
                    + " revision, payload, metadata, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)";

    private final HikariDataSource pool;
    private final int connections;

    public PlainInsert(BenchDatabase database, int connections) throws SQLException {
        PlainTable.createIn(database);
        this.pool = database.peer("plain", connections);
        this.connections = connections;
    }

    @Override
    public String name() {
        return "plain-insert-" + connections;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name(), Load.platform(connections, time, this::caller));
    }

    @Override
    public void close() {
        pool.close();
    }

    private Load.Step caller(int number) {
        var streams = new Streams();
        var tenant = Streams.next();
        return () -> {
            streams.advance();
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try (var statement = connection.prepareStatement(INSERT)) {
                    bind(statement, tenant, streams);
                    statement.executeUpdate();
                }
                connection.commit();
            }
            return 1;
        };
    }

    private static void bind(PreparedStatement statement, UUID tenant, Streams streams) throws SQLException {
        statement.setObject(1, tenant);
        statement.setString(2, "assessment");
        statement.setObject(3, streams.stream());
        statement.setLong(4, streams.version());
        statement.setObject(5, Streams.next());
        statement.setString(6, PlainTable.FORM.name());
        statement.setInt(7, PlainTable.FORM.revision());
        statement.setString(8, PlainTable.FORM.payload());
        statement.setString(9, PlainTable.METADATA);
        statement.setObject(10, OffsetDateTime.now(ZoneOffset.UTC));
    }
}

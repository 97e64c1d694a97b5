package io.cairn.bench.plain;

import com.zaxxer.hikari.HikariDataSource;
import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.bench.payload.Streams;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The limit: one connection that inserts 1,000 rows with one statement and commits, again and again. */
public final class BatchLoop implements Peer, AutoCloseable {
    private static final int ROWS = 1_000;
    private static final String INSERT = """
            insert into event (tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata,
                               recorded_at)
            select tenant_id, stream_type, stream_id, version, event_id, name, revision, payload::jsonb, metadata::jsonb, ?
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[])
                as n(tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata)
            """;

    /** The rows fall where those of so many callers would. */
    private static final int CALLERS = 256;

    private record Caller(UUID tenant, Streams streams) {}

    private final HikariDataSource pool;
    private final List<Caller> callers = Stream.generate(() -> new Caller(Streams.next(), new Streams()))
            .limit(CALLERS)
            .toList();
    private int next;
    private final Object[] types = filled("assessment");
    private final Object[] names = filled(PlainTable.FORM.name());
    private final Object[] revisions = filled(PlainTable.FORM.revision());
    private final Object[] payloads = filled(PlainTable.FORM.payload());
    private final Object[] metadata = filled(PlainTable.METADATA);

    public BatchLoop(BenchDatabase database) throws SQLException {
        PlainTable.createIn(database);
        this.pool = database.peer("plain", 1);
    }

    @Override
    public String name() {
        return "batch-loop";
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        return Map.of(name(), Load.platform(1, time, number -> this::batch));
    }

    @Override
    public void close() {
        pool.close();
    }

    private int batch() throws SQLException {
        var tenants = new Object[ROWS];
        var streams = new Object[ROWS];
        var versions = new Object[ROWS];
        var ids = new Object[ROWS];
        for (var i = 0; i < ROWS; i++) {
            var caller = callers.get(next++ % CALLERS);
            caller.streams().advance();
            tenants[i] = caller.tenant();
            streams[i] = caller.streams().stream();
            versions[i] = caller.streams().version();
            ids[i] = Streams.next();
        }
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(INSERT)) {
                statement.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
                statement.setArray(2, connection.createArrayOf("uuid", tenants));
                statement.setArray(3, connection.createArrayOf("text", types));
                statement.setArray(4, connection.createArrayOf("uuid", streams));
                statement.setArray(5, connection.createArrayOf("bigint", versions));
                statement.setArray(6, connection.createArrayOf("uuid", ids));
                statement.setArray(7, connection.createArrayOf("text", names));
                statement.setArray(8, connection.createArrayOf("int", revisions));
                statement.setArray(9, connection.createArrayOf("text", payloads));
                statement.setArray(10, connection.createArrayOf("text", metadata));
                statement.executeUpdate();
            }
            connection.commit();
        }
        return ROWS;
    }

    private static Object[] filled(Object value) {
        var values = new Object[ROWS];
        Arrays.fill(values, value);
        return values;
    }
}

package io.cairn.bench.plain;

import io.cairn.bench.measure.Load;
import io.cairn.bench.measure.Peer;
import io.cairn.language.StreamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;
import javax.sql.DataSource;

/** A stream's rows by one SELECT in autocommit, every column read and nothing made of the JSON, one after the other. */
public final class PlainStreams implements Peer {
    private static final String SELECT = """
            select e.position, e.tenant_id, e.stream_type, e.stream_id, e.version, e.event_id, e.name, e.revision, e.payload,
                   e.metadata, e.recorded_at
            from eventstore.event e where e.tenant_id = ? and e.stream_id = ? order by e.version
            """;
    private static final String TENANT = "select set_config('app.tenant', ?, true);\n";

    private final String name;
    private final DataSource pool;
    private final boolean guarded;
    private final LongFunction<StreamId> streams;
    private final int length;
    private final boolean asMillis;

    private PlainStreams(
            String name,
            DataSource pool,
            boolean guarded,
            LongFunction<StreamId> streams,
            int length,
            boolean asMillis) {
        this.name = name;
        this.pool = pool;
        this.guarded = guarded;
        this.streams = streams;
        this.length = length;
        this.asMillis = asMillis;
    }

    /** As a role that row-level security binds: the tenant is set in the same round trip. Streams per second. */
    public static PlainStreams guarded(DataSource app, LongFunction<StreamId> streams, int length) {
        return new PlainStreams("guarded", app, true, streams, length, false);
    }

    /** As a role that it does not bind. Streams per second. */
    public static PlainStreams unguarded(DataSource unbound, LongFunction<StreamId> streams, int length) {
        return new PlainStreams("unguarded", unbound, false, streams, length, false);
    }

    /** As a role that row-level security does not bind. Milliseconds per stream. */
    public static PlainStreams select(DataSource unbound, LongFunction<StreamId> streams, int length) {
        return new PlainStreams("select-" + length, unbound, false, streams, length, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> measure(Duration time) throws Exception {
        var rate = Load.platform(1, time, number -> new Load.Step() {
            private long read;

            @Override
            public int run() throws SQLException {
                var rows = read(streams.apply(read++));
                if (rows != length) throw new IllegalStateException(rows + " rows instead of " + length);
                return 1;
            }
        });
        return Map.of(name, asMillis ? 1000 / rate : rate);
    }

    private int read(StreamId stream) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(guarded ? TENANT + SELECT : SELECT)) {
            bind(statement, stream);
            statement.execute();
            if (guarded) statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return count(rows);
            }
        }
    }

    private void bind(PreparedStatement statement, StreamId stream) throws SQLException {
        var index = 1;
        if (guarded) statement.setString(index++, stream.tenant().toString());
        statement.setObject(index++, stream.tenant().value());
        statement.setObject(index, stream.value());
    }

    private static int count(ResultSet rows) throws SQLException {
        var count = 0;
        while (rows.next()) {
            PlainRow.read(rows);
            count++;
        }
        return count;
    }
}

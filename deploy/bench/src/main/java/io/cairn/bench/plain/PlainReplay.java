package io.cairn.bench.plain;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.measure.Peer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The same rows by a loop with nothing in it: SELECT the next 1,000 events, insert a row for each as one JDBC batch,
 * commit. It reads every column and makes nothing of the JSON. Its connections are those that views are written through.
 */
public final class PlainReplay implements Peer {
    private static final int BATCH = 1_000;
    private static final String SELECT = """
            select position, tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata,
                   recorded_at
            from eventstore.event where position > ? order by position limit %d
            """.formatted(BATCH);
    private static final String INSERT = "insert into bench.answered_plain"
            + " (tenant_id, position, stream_id, version, name, recorded_at) values (?, ?, ?, ?, ?, ?)";

    private final BenchDatabase database;
    private final DataSource projector;
    private final long events;

    public PlainReplay(BenchDatabase database, DataSource projector, long events) {
        this.database = database;
        this.projector = projector;
        this.events = events;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void prepare() throws SQLException {
        database.emptyView();
    }

    @Override
    public Map<String, Double> measure(Duration time) throws SQLException {
        var began = System.nanoTime();
        try (var connection = projector.getConnection()) {
            connection.setAutoCommit(false);
            var position = 0L;
            while (position < events) {
                position = batch(connection, position);
                connection.commit();
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var rows = database.count("bench.answered_plain");
        if (rows != events) throw new IllegalStateException("the table has " + rows + " rows of " + events);
        return Map.of(name(), events / seconds);
    }

    private static long batch(Connection connection, long behind) throws SQLException {
        var position = behind;
        try (var select = connection.prepareStatement(SELECT);
                var insert = connection.prepareStatement(INSERT)) {
            select.setLong(1, behind);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var row = PlainRow.read(rows);
                    position = row.position();
                    insert.setObject(1, row.tenant());
                    insert.setLong(2, position);
                    insert.setObject(3, row.stream());
                    insert.setLong(4, row.version());
                    insert.setString(5, row.name());
                    insert.setObject(6, row.recordedAt());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        return position;
    }
}

package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

/**
 * An append of any size. Events are copied to a temporary table that the transaction drops at its end; the append
 * lock is held only while they go from there to the store. Whatever ends the connection undoes all of it.
 */
final class PostgresBulkAppend implements EventAppender.BulkAppend {
    private static final String STAGE = """
            create temporary table staged (place bigint, tenant_id uuid, stream_type text, stream_id uuid, version bigint,
                event_id uuid, name text, revision integer, payload text, metadata text, texts text) on commit drop
            """;
    private static final String OUT_OF_ORDER = """
            select tenant_id, stream_type, stream_id, version from (
                select *, lag(version) over (partition by tenant_id, stream_id order by place) as before from staged) s
            where case when before is not null then version <> before + 1
                       else version > 0 and not exists (select from eventstore.event e where e.tenant_id = s.tenant_id
                                and e.stream_id = s.stream_id and e.version = s.version - 1) end
            limit 1
            """;
    private static final String INSERT = """
            insert into eventstore.event (position, tenant_id, stream_type, stream_id, version, event_id, name, revision,
                                          payload, metadata, recorded_at)
            select h.position - ? + s.place, s.tenant_id, s.stream_type, s.stream_id, s.version, s.event_id, s.name,
                   s.revision, s.payload::jsonb, s.metadata::jsonb, h.recorded_at
            from staged s cross join eventstore.head h;
            insert into eventstore.event_text (tenant_id, position, texts)
            select s.tenant_id, h.position - ? + s.place, s.texts::jsonb
            from staged s cross join eventstore.head h where s.texts is not null
            """;
    private static final String TAKEN = """
            select tenant_id, s.stream_type, stream_id, version from staged s
            join eventstore.event using (tenant_id, stream_id, version) limit 1
            """;

    private final Connection connection;
    private final CopyRows copy;
    private final EventJson json;
    private final Clock clock;
    private final AppendWriter.Told told;
    private long number;
    private boolean open = true;

    private PostgresBulkAppend(
            Connection connection, CopyRows copy, EventJson json, Clock clock, AppendWriter.Told told) {
        this.connection = connection;
        this.copy = copy;
        this.json = json;
        this.clock = clock;
        this.told = told;
    }

    static PostgresBulkAppend begin(DataSource appender, EventJson json, Clock clock, AppendWriter.Told told) {
        try {
            var connection = appender.getConnection();
            try (var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("set local work_mem = '64MB'");
                statement.execute(STAGE);
                var copy = new CopyRows(connection.unwrap(PGConnection.class), "copy staged from stdin");
                return new PostgresBulkAppend(connection, copy, json, clock, told);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    @Override
    public void add(NewEvent event) {
        var form = json.write(event.event());
        try {
            copy.row(
                    ++number,
                    event.stream().tenant(),
                    StreamTypes.name(event.stream().type()),
                    event.stream().value(),
                    event.version(),
                    event.eventId(),
                    form.name(),
                    form.revision(),
                    form.payload(),
                    json.writeBeside(event.origin()),
                    form.texts());
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    @Override
    public long commit() {
        if (!open) throw new IllegalStateException("the append has ended");
        try {
            copy.end();
            refuseGaps();
            var position = number == 0 ? Head.read(connection) : insert();
            connection.commit();
            close();
            if (number > 0) told.appended(position, number);
            return position;
        } catch (SQLException e) {
            throw Transactions.translated(e);
        } finally {
            close();
        }
    }

    private void refuseGaps() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OUT_OF_ORDER)) {
            if (row.next()) throw Sequence.gap(stream(row), row.getLong(4));
        }
    }

    private long insert() throws SQLException {
        Head.lockAndMove(connection, number, clock.instant());
        var before = connection.setSavepoint();
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, number);
            statement.setLong(2, number);
            statement.execute();
        } catch (SQLException e) {
            if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) throw e;
            connection.rollback(before);
            throw conflict(e);
        }
        return Head.read(connection);
    }

    private RuntimeException conflict(SQLException e) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TAKEN)) {
            return row.next() ? new VersionConflict(stream(row), row.getLong(4)) : Transactions.translated(e);
        }
    }

    private static StreamId stream(ResultSet row) throws SQLException {
        return new StreamId(
                new TenantId(row.getObject(1, UUID.class)),
                StreamTypes.named(row.getString(2)),
                row.getObject(3, UUID.class));
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        if (!open) return;
        open = false;
        @Nullable SQLException failure = copy.cancel();
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // A connection that is gone has rolled back already.
            if (failure != null) e.addSuppressed(failure);
        }
    }
}

package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads streams through the role {@code app}. */
public final class PostgresStreamReader implements StreamReader {
    // Both statements go in one round trip and, in autocommit, are one transaction, with which the setting ends.
    private static final String READ = """
            select set_config('app.tenant', ?, true);
            """ + EventRows.SELECT_STREAM
            + "where e.tenant_id = ? and e.stream_id = ? and e.version >= ? order by e.version";

    // One statement, so that the events fit the snapshot. The order is not said for the whole, which would sort what
    // comes in order anyway; a hole would be noticed. Where the snapshot ends is worked out beside the comparison: to
    // row-level security "coalesce" might leak, and what might leak is no condition of an index.
    private static final String PAST = """
            select set_config('app.tenant', ?, true);
            with s as materialized (
                select version, state, texts from eventstore.snapshot
                where tenant_id = ? and stream_id = ? and revision = ?),
            covered as materialized (select coalesce((select version from s), -1) as version)
            select 0::bigint as position, version, null::uuid as event_id, null::text as name, null::integer as revision,
                   state as payload, texts, null::jsonb as metadata, null::timestamptz as recorded_at
            from s
            union all
            (%s where e.tenant_id = ? and e.stream_id = ? and e.version > (select version from covered)
            order by e.version)
            """.formatted(EventRows.SELECT_STREAM);

    private static final String VERSION = """
            select set_config('app.tenant', ?, true);
            select coalesce(max(version), -1) from eventstore.event where tenant_id = ? and stream_id = ?
            """;

    private static final String BEGUN = """
            select set_config('app.tenant', ?, true);
            select stream_id from eventstore.event where tenant_id = ? and stream_id = any (?) and version = 0
            """;

    private final DataSource app;
    private final EventJson json;

    public PostgresStreamReader(DataSource app, EventJson json) {
        this.app = app;
        this.json = json;
    }

    @Override
    public List<StoredEvent> read(StreamId stream, long version) {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(READ)) {
            statement.setString(1, stream.tenant().toString());
            statement.setObject(2, stream.tenant().value());
            statement.setObject(3, stream.value());
            statement.setLong(4, version);
            statement.execute();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return EventRows.of(stream, rows, json);
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    @Override
    public Past past(StreamId stream, String revision) {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(PAST)) {
            statement.setString(1, stream.tenant().toString());
            statement.setObject(2, stream.tenant().value());
            statement.setObject(3, stream.value());
            statement.setString(4, revision);
            statement.setObject(5, stream.tenant().value());
            statement.setObject(6, stream.value());
            statement.execute();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return checked(stream, EventRows.past(stream, rows, json));
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    private static Past checked(StreamId stream, Past past) {
        var version = past.snapshot() == null ? -1 : past.snapshot().version();
        for (var event : past.events())
            if (event.version() != ++version)
                throw new IllegalStateException(
                        "version " + version + " of " + stream.type() + " " + stream.value() + " is not in its place");
        return past;
    }

    @Override
    public long version(StreamId stream) {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(VERSION)) {
            statement.setString(1, stream.tenant().toString());
            statement.setObject(2, stream.tenant().value());
            statement.setObject(3, stream.value());
            statement.execute();
            statement.getMoreResults();
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    @Override
    public Set<UUID> begun(TenantId tenant, Collection<StreamId> streams) {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(BEGUN)) {
            statement.setString(1, tenant.toString());
            statement.setObject(2, tenant.value());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", streams.stream().map(StreamId::value).toArray()));
            statement.execute();
            statement.getMoreResults();
            var begun = new HashSet<UUID>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) begun.add(rows.getObject(1, UUID.class));
            }
            return begun;
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }
}

package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.cairn.language.StreamId;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads streams through the role {@code app}. */
public final class PostgresStreamReader implements StreamReader {
    // Both statements go in one round trip and, in autocommit, are one transaction, with which the setting ends.
    private static final String READ =
            """
            select set_config('app.tenant', ?, true);
            """ + EventRows.SELECT + "where e.tenant_id = ? and e.stream_id = ? and e.version >= ? order by e.version";

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
                return EventRows.all(rows, json);
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }
}

package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads everything through the role {@code projector}. Positions are committed in order, so that none appears late. */
public final class PostgresEventSource implements EventSource {
    private static final String AFTER = EventRows.SELECT + "where e.position > ? order by e.position limit ?";

    private final DataSource projector;
    private final EventJson json;

    public PostgresEventSource(DataSource projector, EventJson json) {
        this.projector = projector;
        this.json = json;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        try (var connection = projector.getConnection();
                var statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                return EventRows.all(rows, json);
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    @Override
    public long head() {
        return Head.read(projector);
    }
}

package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads everything through the role {@code projector}. Positions are committed in order, so that none appears late. */
public final class PostgresEventSource implements EventSource {
    private static final String AFTER = EventRows.SELECT + "where e.position > ? order by e.position limit ?";
    private static final String BETWEEN =
            EventRows.SELECT + "where e.position > ? and e.position <= ? order by e.position";
    private static final String OF_TENANT_SLOTS = ofSlots("tenant_id");
    private static final String OF_STREAM_SLOTS = ofSlots("stream_id");
    private static final String LABEL =
            "select tenant_id, stream_type, stream_id, name from eventstore.event where position = ?";

    private final DataSource projector;
    private final EventJson json;

    public PostgresEventSource(DataSource projector, EventJson json) {
        this.projector = projector;
        this.json = json;
    }

    /** The last byte of an id, as {@link Slots#of} has it. */
    private static String ofSlots(String id) {
        return EventRows.SELECT + "where e.position > ? and e.position <= ? and get_byte(uuid_send(e." + id
                + "), 15) between ? and ? order by e.position";
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return read(AFTER, statement -> {
            statement.setLong(1, position);
            statement.setInt(2, limit);
        });
    }

    @Override
    public List<StoredEvent> between(long position, long last, Slots slots) {
        var sql = slots.isAll() ? BETWEEN : slots.by() == Slots.By.TENANT ? OF_TENANT_SLOTS : OF_STREAM_SLOTS;
        return read(sql, statement -> {
            statement.setLong(1, position);
            statement.setLong(2, last);
            if (slots.isAll()) return;
            statement.setInt(3, slots.first());
            statement.setInt(4, slots.last());
        });
    }

    @Override
    public Optional<EventLabel> label(long position) {
        try (var connection = projector.getConnection();
                var statement = connection.prepareStatement(LABEL)) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                if (!row.next()) return Optional.empty();
                return Optional.of(new EventLabel(
                        position,
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4)));
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }

    @Override
    public long head() {
        return Head.read(projector);
    }

    private interface Arguments {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<StoredEvent> read(String sql, Arguments arguments) {
        try (var connection = projector.getConnection();
                var statement = connection.prepareStatement(sql)) {
            arguments.bind(statement);
            try (var rows = statement.executeQuery()) {
                return EventRows.all(rows, json);
            }
        } catch (SQLException e) {
            throw Transactions.translated(e);
        }
    }
}

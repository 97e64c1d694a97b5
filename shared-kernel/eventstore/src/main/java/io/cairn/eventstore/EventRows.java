package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.json.StateJson;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** From rows to events. */
final class EventRows {
    /** To be followed by a condition on {@code e} and an order. */
    static final String SELECT = """
            select e.position, e.tenant_id, e.stream_type, e.stream_id, e.version, e.event_id, e.name, e.revision,
                   e.payload, t.texts, e.metadata, e.recorded_at
            from eventstore.event e
            left join eventstore.event_text t on t.tenant_id = e.tenant_id and t.position = e.position
            """;

    private EventRows() {}

    static List<StoredEvent> all(ResultSet rows, EventJson json) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        while (rows.next()) events.add(event(rows, json));
        return events;
    }

    /** Position 0, which no event has, is a snapshot's. */
    static StreamReader.Past past(ResultSet rows, EventJson json) throws SQLException {
        Snapshot snapshot = null;
        var events = new ArrayList<StoredEvent>();
        while (rows.next())
            if (rows.getLong(1) > 0) events.add(event(rows, json));
            else snapshot = new Snapshot(rows.getLong(5), new StateJson.Form(rows.getString(9), rows.getString(10)));
        return new StreamReader.Past(snapshot, events);
    }

    private static StoredEvent event(ResultSet row, EventJson json) throws SQLException {
        var position = row.getLong(1);
        var form = new EventJson.Form(row.getString(7), row.getInt(8), row.getString(9), row.getString(10));
        try {
            return new StoredEvent(
                    position,
                    new StreamId(
                            new TenantId(row.getObject(2, UUID.class)),
                            StreamTypes.named(row.getString(3)),
                            row.getObject(4, UUID.class)),
                    row.getLong(5),
                    row.getObject(6, UUID.class),
                    json.read(form),
                    json.readBeside(row.getString(11), Origin.class),
                    row.getObject(12, OffsetDateTime.class).toInstant());
        } catch (RuntimeException e) {
            throw new UnreadableEvent(position, form.name(), e);
        }
    }
}

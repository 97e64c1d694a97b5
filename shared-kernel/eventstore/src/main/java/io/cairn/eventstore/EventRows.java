package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.json.StateJson;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From rows to events: one for each result, since it remembers the row before. */
final class EventRows {
    private static final String EVENT = """
            e.position, e.version, e.event_id, e.name, e.revision, e.payload, t.texts, e.metadata, e.recorded_at
            """;
    private static final String FROM = """
            from eventstore.event e
            left join eventstore.event_text t on t.tenant_id = e.tenant_id and t.position = e.position
            """;

    /** Of any streams; to be followed by a condition on {@code e} and an order. */
    static final String SELECT = "select " + EVENT + ", e.tenant_id, e.stream_type, e.stream_id\n" + FROM;

    /** Of one stream that the reader knows. */
    static final String SELECT_STREAM = "select " + EVENT + FROM;

    /** From so many events on somebody waits for them, and idle processors take part in making them of their JSON. */
    private static final int LONG = 200;

    private final ResultSet rows;
    private final EventJson json;
    private @Nullable StreamId stream;
    private String metadata = "";
    private @Nullable Origin origin;

    private EventRows(ResultSet rows, EventJson json, @Nullable StreamId stream) {
        this.rows = rows;
        this.json = json;
        this.stream = stream;
    }

    /** Of {@link #SELECT}. */
    static List<StoredEvent> all(ResultSet rows, EventJson json) throws SQLException {
        var reading = new EventRows(rows, json, null);
        var written = new ArrayList<Written>();
        while (rows.next()) written.add(reading.written(reading.streamHere()));
        return read(written, json);
    }

    private static List<StoredEvent> read(List<Written> written, EventJson json) {
        var events = written.size() < LONG ? written.stream() : written.parallelStream();
        return events.map(it -> it.read(json)).toList();
    }

    /** Of {@link #SELECT_STREAM}. */
    static List<StoredEvent> of(StreamId stream, ResultSet rows, EventJson json) throws SQLException {
        return past(stream, rows, json).events();
    }

    /** Of {@link #SELECT_STREAM} and perhaps a snapshot, at position 0, which no event has. */
    static StreamReader.Past past(StreamId stream, ResultSet rows, EventJson json) throws SQLException {
        var reading = new EventRows(rows, json, stream);
        Snapshot snapshot = null;
        var written = new ArrayList<Written>();
        while (rows.next())
            if (rows.getLong(1) > 0) written.add(reading.written(stream));
            else snapshot = new Snapshot(rows.getLong(2), new StateJson.Form(rows.getString(6), rows.getString(7)));
        return new StreamReader.Past(snapshot, read(written, json));
    }

    private Written written(StreamId stream) throws SQLException {
        var position = rows.getLong(1);
        var form = new EventJson.Form(rows.getString(4), rows.getInt(5), rows.getString(6), rows.getString(7));
        try {
            return new Written(
                    position,
                    stream,
                    rows.getLong(2),
                    rows.getObject(3, UUID.class),
                    form,
                    originHere(),
                    rows.getObject(9, OffsetDateTime.class).toInstant());
        } catch (RuntimeException e) {
            throw new UnreadableEvent(position, form.name(), e);
        }
    }

    /** A row whose event is still JSON. */
    private record Written(
            long position,
            StreamId stream,
            long version,
            UUID eventId,
            EventJson.Form form,
            Origin origin,
            Instant recordedAt) {
        StoredEvent read(EventJson json) {
            try {
                return new StoredEvent(position, stream, version, eventId, json.read(form), origin, recordedAt);
            } catch (RuntimeException e) {
                throw new UnreadableEvent(position, form.name(), e);
            }
        }
    }

    /** What one request appended has one origin. */
    private Origin originHere() throws SQLException {
        var text = rows.getString(8);
        var known = origin;
        if (known != null && text.equals(metadata)) return known;
        metadata = text;
        var read = json.readBeside(text, Origin.class);
        origin = read;
        return read;
    }

    private StreamId streamHere() throws SQLException {
        var tenant = rows.getObject(10, UUID.class);
        var id = rows.getObject(12, UUID.class);
        var before = stream;
        if (before != null
                && before.value().equals(id)
                && before.tenant().value().equals(tenant)) return before;
        var here = new StreamId(new TenantId(tenant), StreamTypes.named(rows.getString(11)), id);
        stream = here;
        return here;
    }
}

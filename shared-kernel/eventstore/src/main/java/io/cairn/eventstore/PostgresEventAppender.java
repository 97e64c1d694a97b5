package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;

/** Appends in one transaction and one round trip before its commit; see {@link Head} for the order. */
public final class PostgresEventAppender implements EventAppender {
    private static final String APPEND = Head.LOCK_AND_MOVE + """
            insert into eventstore.event (position, tenant_id, stream_type, stream_id, version, event_id, name, revision,
                                          payload, metadata, recorded_at)
            select h.position - ? + n.place, n.tenant_id, n.stream_type, n.stream_id, n.version, n.event_id, n.name,
                   n.revision, n.payload::jsonb, n.metadata::jsonb, h.recorded_at
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[],
                        ?::boolean[]) with ordinality
                 as n(tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata, starts, place)
            cross join eventstore.head h
            where n.version = 0 or not n.starts or exists (select from eventstore.event b
                where b.tenant_id = n.tenant_id and b.stream_id = n.stream_id and b.version = n.version - 1);
            insert into eventstore.event_text (tenant_id, position, texts)
            select n.tenant_id, h.position - ? + n.place, n.texts::jsonb
            from unnest(?::uuid[], ?::text[]) with ordinality as n(tenant_id, texts, place)
            cross join eventstore.head h where n.texts is not null;
            select position from eventstore.head
            """;
    private static final String TAKEN = """
            select n.place from unnest(?::uuid[], ?::uuid[], ?::bigint[]) with ordinality
                as n(tenant_id, stream_id, version, place)
            join eventstore.event using (tenant_id, stream_id, version) order by n.place limit 1
            """;

    private final DataSource appender;
    private final EventJson json;
    private final Clock clock;
    private final AppendSignal signal;
    private final Counter appended;

    /** {@code signal} wakes the readers of this process; {@code meters} counts {@code cairn.events.appended}. */
    public PostgresEventAppender(
            DataSource appender, EventJson json, Clock clock, AppendSignal signal, MeterRegistry meters) {
        this.appender = appender;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
        this.appended = meters.counter("cairn.events.appended");
    }

    @Override
    public long append(List<NewEvent> events) {
        if (events.isEmpty()) return head();
        var starts = Sequence.starts(events);
        var forms = events.stream().map(event -> json.write(event.event())).toList();
        long position;
        try {
            position = Transactions.run(appender, connection -> insert(connection, events, forms, starts));
        } catch (DuplicateKeyException e) {
            throw conflict(events);
        }
        told(position, events.size());
        return position;
    }

    @Override
    public BulkAppend bulk() {
        return PostgresBulkAppend.begin(appender, json, clock, this::told);
    }

    @Override
    public long head() {
        return Head.read(appender);
    }

    private void told(long position, long number) {
        appended.increment(number);
        signal.appended(position);
    }

    private long insert(Connection connection, List<NewEvent> events, List<EventJson.Form> forms, Boolean[] starts)
            throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            statement.setLong(1, events.size());
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setLong(3, events.size());
            array(statement, 4, "uuid", events, event -> event.stream().tenant().value());
            array(
                    statement,
                    5,
                    "text",
                    events,
                    event -> StreamTypes.name(event.stream().type()));
            array(statement, 6, "uuid", events, event -> event.stream().value());
            array(statement, 7, "bigint", events, NewEvent::version);
            array(statement, 8, "uuid", events, NewEvent::eventId);
            array(statement, 9, "text", forms, EventJson.Form::name);
            array(statement, 10, "int", forms, EventJson.Form::revision);
            array(statement, 11, "text", forms, EventJson.Form::payload);
            array(statement, 12, "text", events, event -> json.writeBeside(event.origin()));
            statement.setArray(13, connection.createArrayOf("boolean", starts));
            statement.setLong(14, events.size());
            array(
                    statement,
                    15,
                    "uuid",
                    events,
                    event -> event.stream().tenant().value());
            array(statement, 16, "text", forms, EventJson.Form::texts);
            statement.execute();
            return lastPosition(statement, events, starts);
        }
    }

    /** The results are those of the lock, the move, both inserts and the position, in this order. */
    private static long lastPosition(PreparedStatement statement, List<NewEvent> events, Boolean[] starts)
            throws SQLException {
        statement.getMoreResults();
        statement.getMoreResults();
        if (statement.getUpdateCount() != events.size())
            throw IntStream.range(0, starts.length)
                    .filter(i -> starts[i] && events.get(i).version() > 0)
                    .mapToObj(i ->
                            Sequence.gap(events.get(i).stream(), events.get(i).version()))
                    .findFirst()
                    .orElseThrow();
        statement.getMoreResults();
        statement.getMoreResults();
        try (var row = statement.getResultSet()) {
            row.next();
            return row.getLong(1);
        }
    }

    private VersionConflict conflict(List<NewEvent> events) {
        return Transactions.run(appender, connection -> {
            try (var statement = connection.prepareStatement(TAKEN)) {
                array(
                        statement,
                        1,
                        "uuid",
                        events,
                        event -> event.stream().tenant().value());
                array(statement, 2, "uuid", events, event -> event.stream().value());
                array(statement, 3, "bigint", events, NewEvent::version);
                try (var row = statement.executeQuery()) {
                    var taken = events.get(row.next() ? row.getInt(1) - 1 : 0);
                    return new VersionConflict(taken.stream(), taken.version());
                }
            }
        });
    }

    private static <T> void array(
            PreparedStatement statement, int index, String type, List<T> values, Function<T, ?> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, values.stream().map(value).toArray()));
    }
}

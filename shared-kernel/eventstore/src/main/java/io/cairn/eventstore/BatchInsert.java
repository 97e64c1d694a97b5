package io.cairn.eventstore;

import io.cairn.eventstore.PendingAppend.Row;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appends a batch of commands in one transaction and one round trip: lock, positions, rows, head and commit. Everybody
 * appends under the lock of {@link Head}, so that what a statement behind it sees of a stream stays true until the end
 * of the transaction; a command whose versions do not follow its stream's last one is left out as a whole.
 */
final class BatchInsert {
    // In autocommit, all statements up to the end of the text are one transaction. Under READ COMMITTED each has a
    // snapshot of its own, so that the second sees what was committed while the first waited for the lock.
    private static final String APPEND = Head.LOCK + """
            ;
            with n as materialized (
                select * from unnest(?::int[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                        ?::text[], ?::int[], ?::text[], ?::text[], ?::text[]) with ordinality
                    as n(command, starts, tenant_id, stream_type, stream_id, version, event_id, name, revision, payload,
                         metadata, texts, place)
            ),
            head as materialized (
                select position, greatest(recorded_at, ?::timestamptz) as recorded_at from eventstore.head
            ),
            refused as materialized (
                select n.command, n.place, coalesce(last.version, -1) as found
                from n left join lateral (
                    select e.version from eventstore.event e
                    where e.tenant_id = n.tenant_id::uuid and e.stream_id = n.stream_id::uuid
                    order by e.version desc limit 1) last on true
                where n.starts and coalesce(last.version, -1) <> n.version - 1
            ),
            admitted as materialized (
                select n.*, head.position + row_number() over (order by n.place) as position, head.recorded_at
                from n cross join head
                where n.command not in (select command from refused)
            ),
            events as (
                insert into eventstore.event (position, tenant_id, stream_type, stream_id, version, event_id, name,
                                              revision, payload, metadata, recorded_at)
                select position, tenant_id::uuid, stream_type, stream_id::uuid, version, event_id::uuid, name, revision,
                       payload::jsonb, metadata::jsonb, recorded_at
                from admitted
            ),
            words as (
                insert into eventstore.event_text (tenant_id, position, texts)
                select tenant_id::uuid, position, texts::jsonb from admitted where texts is not null
            ),
            moved as (
                update eventstore.head h
                set position = h.position + (select count(*) from admitted), recorded_at = head.recorded_at
                from head
            )
            select head.position, (select array_agg(place) from refused), (select array_agg(found) from refused)
            from head
            """;
    private static final String FIND = """
            select position from eventstore.event
            where tenant_id = ? and stream_id = ? and version = ? and event_id = ?
            """;

    private BatchInsert() {}

    /**
     * What became of each command of a batch: the position of its last event, or the row because of which it was
     * refused and the last version its stream had.
     */
    sealed interface Outcome {
        record Appended(long position) implements Outcome {}

        record Refused(Row row, long found) implements Outcome {}
    }

    /** Durable when it returns; {@code connection} is in autocommit. */
    static List<Outcome> append(Connection connection, List<PendingAppend> batch, Instant now) throws SQLException {
        var rows = batch.stream().mapToInt(append -> append.rows().size()).sum();
        try (var statement = connection.prepareStatement(APPEND)) {
            bind(statement, batch, rows);
            statement.setObject(13, now.atOffset(ZoneOffset.UTC));
            statement.execute();
            statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                result.next();
                return outcomes(batch, result.getLong(1), refusals(result));
            }
        }
    }

    private static void bind(PreparedStatement statement, List<PendingAppend> batch, int rows) throws SQLException {
        var commands = new int[rows];
        var starts = new boolean[rows];
        var versions = new long[rows];
        var revisions = new int[rows];
        var texts = new String[8][rows];
        var at = 0;
        for (var command = 0; command < batch.size(); command++) {
            for (var row : batch.get(command).rows()) {
                var event = row.event();
                commands[at] = command;
                starts[at] = row.starts();
                versions[at] = event.version();
                revisions[at] = row.form().revision();
                texts[0][at] = event.stream().tenant().value().toString();
                texts[1][at] = StreamTypes.name(event.stream().type());
                texts[2][at] = event.stream().value().toString();
                texts[3][at] = event.eventId().toString();
                texts[4][at] = row.form().name();
                texts[5][at] = row.form().payload();
                texts[6][at] = row.metadata();
                texts[7][at] = row.form().texts();
                at++;
            }
        }
        // arrays of these types go over the wire in binary; text literals would quote every quote of the JSON
        statement.setObject(1, commands);
        statement.setObject(2, starts);
        statement.setObject(3, texts[0]);
        statement.setObject(4, texts[1]);
        statement.setObject(5, texts[2]);
        statement.setObject(6, versions);
        statement.setObject(7, texts[3]);
        statement.setObject(8, texts[4]);
        statement.setObject(9, revisions);
        statement.setObject(10, texts[5]);
        statement.setObject(11, texts[6]);
        statement.setObject(12, texts[7]);
    }

    /** By place of the row among all, from 0: the last version that was found. */
    private static Map<Integer, Long> refusals(ResultSet result) throws SQLException {
        var refused = new HashMap<Integer, Long>();
        Array places = result.getArray(2);
        if (places == null) return refused;
        var place = (Long[]) places.getArray();
        var found = (Long[]) result.getArray(3).getArray();
        for (var i = 0; i < place.length; i++) refused.put((int) (place[i] - 1), found[i]);
        return refused;
    }

    private static List<Outcome> outcomes(List<PendingAppend> batch, long before, Map<Integer, Long> refused) {
        var outcomes = new ArrayList<Outcome>(batch.size());
        var position = before;
        var place = 0;
        for (var append : batch) {
            var refusal = refused.isEmpty() ? null : refusal(append, place, refused);
            place += append.rows().size();
            if (refusal == null) position += append.rows().size();
            outcomes.add(refusal == null ? new Outcome.Appended(position) : refusal);
        }
        return outcomes;
    }

    private static Outcome.@org.jspecify.annotations.Nullable Refused refusal(
            PendingAppend append, int place, Map<Integer, Long> refused) {
        for (var i = 0; i < append.rows().size(); i++) {
            var found = refused.get(place + i);
            if (found != null) return new Outcome.Refused(append.rows().get(i), found);
        }
        return null;
    }

    /**
     * The position of the command's last event if this very event is in the store, 0 if not. It is when an earlier try
     * was committed and its answer got lost with the connection.
     */
    static long find(Connection connection, PendingAppend append) throws SQLException {
        var last = append.rows().getLast().event();
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, last.stream().tenant().value());
            statement.setObject(2, last.stream().value());
            statement.setLong(3, last.version());
            statement.setObject(4, last.eventId());
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}

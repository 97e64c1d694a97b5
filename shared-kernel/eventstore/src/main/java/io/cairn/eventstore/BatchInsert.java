package io.cairn.eventstore;

import io.cairn.eventstore.PendingAppend.Row;
import io.cairn.language.StreamId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/**
 * Appends a batch of commands in one transaction and one round trip: lock, positions, rows and commit. Everybody
 * appends under the lock of {@link Head}, so that what a statement behind it sees of a stream stays true until the end
 * of the transaction. It is first tried as if all versions followed their streams, which the database then proves; if
 * one does not, nothing of that try remains, and each command is looked at: one whose versions do not follow its
 * stream's last one is left out as a whole. Looking costs about as much as inserting.
 */
final class BatchInsert {
    // In autocommit, all statements up to the end of the text are one transaction. Under READ COMMITTED each has a
    // snapshot of its own, so that those behind the lock see all that was committed while it was waited for.
    private static final String COLUMNS =
            "(position, tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata, recorded_at)";
    private static final String ROWS = """
            unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
                   ?::text[], ?::int[], ?::boolean[]) with ordinality
                as n(tenant_id, stream_type, stream_id, version, event_id, name, revision, payload, metadata,
                     texts, command, checked, place)
            """;
    private static final String TRUSTING =
            Head.LOCK_AND_MOVE + "; insert into eventstore.event " + COLUMNS + """

            select case when n.checked and not exists (select from eventstore.event b
                            where b.tenant_id = n.tenant_id::uuid and b.stream_id = n.stream_id::uuid
                            and b.version = n.version - 1)
                        then null else head.position - ? + n.place end,
                   n.tenant_id::uuid, n.stream_type, n.stream_id::uuid, n.version, n.event_id::uuid, n.name, n.revision,
                   n.payload::jsonb, n.metadata::jsonb, head.recorded_at
            from eventstore.head cross join
            """ + ROWS;
    private static final String WORDS = """
            ; insert into eventstore.event_text (tenant_id, position, texts)
            select n.tenant_id::uuid, head.position - ? + n.place, n.texts::jsonb
            from eventstore.head cross join unnest(?::text[], ?::text[]) with ordinality as n(tenant_id, texts, place)
            where n.texts is not null
            """;
    private static final String KEYS = """
            ; insert into eventstore.append_key
                (tenant_id, key, stream_type, stream_id, first_version, last_version, position, recorded_at)
            select k.tenant_id::uuid, k.key::uuid, k.stream_type, k.stream_id::uuid, k.first, k.last,
                   head.position - ? + k.place, head.recorded_at
            from eventstore.head cross join
            """ + KeyColumns.ROWS;
    private static final String POSITION = "; select position from eventstore.head";

    private static final String SORTING = Head.LOCK + """
            ;
            with n as materialized (select * from
            """ + ROWS + """
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
                where n.checked and coalesce(last.version, -1) <> n.version - 1
            ),
            k as materialized (select * from
            """ + KeyColumns.ROWS + """
            ),
            again as materialized (
                select k.command from k join eventstore.append_key a
                    on a.tenant_id = k.tenant_id::uuid and a.key = k.key::uuid
            ),
            admitted as materialized (
                select n.*, head.position + row_number() over (order by n.place) as position, head.recorded_at
                from n cross join head
                where n.command not in (select command from refused union all select command from again)
            ),
            keys as (
                insert into eventstore.append_key
                    (tenant_id, key, stream_type, stream_id, first_version, last_version, position, recorded_at)
                select k.tenant_id::uuid, k.key::uuid, k.stream_type, k.stream_id::uuid, k.first, k.last, a.position,
                       a.recorded_at
                from k join admitted a using (place)
            ),
            events as (
                insert into eventstore.event
            """ + COLUMNS + """

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
            select head.position, (select array_agg(place) from refused), (select array_agg(found) from refused),
                   (select array_agg(command) from again)
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

        /** Its key was used before. */
        record Again(AppendRecord before) implements Outcome {}
    }

    /**
     * All of them, durable when it returns; {@code connection} is in autocommit.
     *
     * @param known the last version of a stream as far as it is known here; what is unknown is looked up
     * @throws SQLException of {@link #tellsOfVersions a kind of its own} when not all can be appended; none is
     */
    static List<Outcome> append(
            Connection connection, List<PendingAppend> batch, Instant now, ToLongFunction<StreamId> known)
            throws SQLException {
        var columns = new Columns(
                batch,
                row -> row.starts()
                        && row.event().version() > 0
                        && known.applyAsLong(row.event().stream())
                                != row.event().version() - 1);
        var keys = new KeyColumns(batch);
        var words = columns.hasTexts();
        var keyed = keys.size() > 0;
        var sql = TRUSTING + (words ? WORDS : "") + (keyed ? KEYS : "") + POSITION;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, columns.size());
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setLong(3, columns.size());
            columns.bind(statement, 4);
            var next = 16;
            if (words) {
                statement.setLong(next, columns.size());
                columns.bindTexts(statement, next + 1);
                next += 3;
            }
            if (keyed) {
                statement.setLong(next, columns.size());
                keys.bind(statement, next + 1);
            }
            statement.execute();
            var position = 3 + (words ? 1 : 0) + (keyed ? 1 : 0);
            for (var result = 0; result < position; result++) statement.getMoreResults();
            try (var row = statement.getResultSet()) {
                row.next();
                return outcomes(batch, row.getLong(1) - columns.size(), Map.of(), Map.of());
            }
        }
    }

    /** Whether it says that some version does not follow. */
    static boolean tellsOfVersions(SQLException e) {
        return PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())
                || PSQLState.NOT_NULL_VIOLATION.getState().equals(e.getSQLState());
    }

    /** Those that can be appended, durable when it returns; {@code connection} is in autocommit. */
    static List<Outcome> appendSorted(Connection connection, List<PendingAppend> batch, Instant now)
            throws SQLException {
        var columns = new Columns(batch, Row::starts);
        try (var statement = connection.prepareStatement(SORTING)) {
            columns.bind(statement, 1);
            statement.setObject(13, now.atOffset(ZoneOffset.UTC));
            new KeyColumns(batch).bind(statement, 14);
            statement.execute();
            statement.getMoreResults();
            try (var result = statement.getResultSet()) {
                result.next();
                return outcomes(batch, result.getLong(1), refusals(result), repeats(connection, batch, result));
            }
        }
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

    /** By place of the command, from 0: what the first one with its key did. */
    private static Map<Integer, AppendRecord> repeats(
            Connection connection, List<PendingAppend> batch, ResultSet result) throws SQLException {
        var repeated = new HashMap<Integer, AppendRecord>();
        var commands = result.getArray(4);
        if (commands == null) return repeated;
        try (var statement = connection.prepareStatement(AppendRecord.SELECT)) {
            for (var command : (Integer[]) commands.getArray()) {
                var key = Objects.requireNonNull(batch.get(command).key());
                statement.setObject(1, key.tenant().value());
                statement.setObject(2, key.value());
                try (var row = statement.executeQuery()) {
                    row.next();
                    repeated.put(command, AppendRecord.read(row));
                }
            }
        }
        return repeated;
    }

    private static List<Outcome> outcomes(
            List<PendingAppend> batch, long before, Map<Integer, Long> refused, Map<Integer, AppendRecord> repeated) {
        var outcomes = new ArrayList<Outcome>(batch.size());
        var position = before;
        var place = 0;
        for (var append : batch) {
            var repeat = repeated.get(outcomes.size());
            var refusal = refused.isEmpty() ? null : refusal(append, place, refused);
            place += append.rows().size();
            if (repeat != null) outcomes.add(new Outcome.Again(repeat));
            else if (refusal != null) outcomes.add(refusal);
            else outcomes.add(new Outcome.Appended(position += append.rows().size()));
        }
        return outcomes;
    }

    private static Outcome.@Nullable Refused refusal(PendingAppend append, int place, Map<Integer, Long> refused) {
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

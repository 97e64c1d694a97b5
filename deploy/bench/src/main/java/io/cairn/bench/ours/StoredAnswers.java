package io.cairn.bench.ours;

import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.payload.CairnAnswers;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Events that were there before: streams of one length, spread over tenants, stored by the database itself and as the
 * appender would have.
 */
public record StoredAnswers(long streams, int length, int tenants) {
    private static final long PIECE = 500_000;

    private static final String FILL = """
            insert into eventstore.event (position, tenant_id, stream_type, stream_id, version, event_id, name, revision,
                                          payload, metadata, recorded_at)
            select h.position + n - ?, md5('tenant ' || (n - 1) / %1$d %% %2$d)::uuid, 'assessment',
                   md5('stream %1$d ' || (n - 1) / %1$d)::uuid, (n - 1) %% %1$d, md5('event %1$d ' || n)::uuid, ?, ?,
                   ?::jsonb, ?::jsonb, now()
            from generate_series(?, ?) n cross join eventstore.head h
            """;

    public long events() {
        return streams * length;
    }

    /** Adds them behind what is there. */
    public void fill(BenchDatabase database) throws SQLException {
        try (var connection = database.superuser().getConnection()) {
            connection.setAutoCommit(false);
            for (var from = 1L; from <= events(); from += PIECE) {
                var until = Math.min(events(), from + PIECE - 1);
                try (var statement = connection.prepareStatement(FILL.formatted(length, tenants));
                        var head = connection.prepareStatement(
                                "update eventstore.head set position = position + ?, recorded_at = now()")) {
                    statement.setLong(1, from - 1);
                    statement.setString(2, CairnAnswers.form().name());
                    statement.setInt(3, CairnAnswers.form().revision());
                    statement.setString(4, CairnAnswers.form().payload());
                    statement.setString(5, CairnAnswers.metadata());
                    statement.setLong(6, from);
                    statement.setLong(7, until);
                    statement.executeUpdate();
                    head.setLong(1, until - from + 1);
                    head.executeUpdate();
                }
                connection.commit();
            }
        }
        // or the server would do it in the middle of a measurement
        database.execute("vacuum analyze eventstore.event");
    }

    /** The one of that number, from 0; numbers beyond the last begin again at the first. */
    public StreamId stream(long number) {
        var at = number % streams;
        return new StreamId(
                new TenantId(md5("tenant " + at % tenants)), StreamType.ASSESSMENT, md5("stream " + length + " " + at));
    }

    private static UUID md5(String text) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

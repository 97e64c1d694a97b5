package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What the first append with an {@link AppendKey} did.
 *
 * @param first version of the stream it appended
 * @param last version of the stream it appended
 * @param position of its last event
 */
public record AppendRecord(StreamId stream, long first, long last, long position) {
    static final String SELECT = """
            select tenant_id, stream_type, stream_id, first_version, last_version, position
            from eventstore.append_key where tenant_id = ? and key = ?
            """;

    /** Looked up as the key's tenant. */
    public static Optional<AppendRecord> of(AppendKey key, TenantDatabase database) {
        return database.read(
                key.tenant(),
                db -> db.sql(SELECT)
                        .params(key.tenant().value(), key.value())
                        .query((row, n) -> read(row))
                        .optional());
    }

    static AppendRecord read(ResultSet row) throws SQLException {
        var stream = new StreamId(
                new TenantId(row.getObject(1, UUID.class)),
                StreamTypes.named(row.getString(2)),
                row.getObject(3, UUID.class));
        return new AppendRecord(stream, row.getLong(4), row.getLong(5), row.getLong(6));
    }
}

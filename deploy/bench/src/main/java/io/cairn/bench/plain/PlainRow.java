package io.cairn.bench.plain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of an event, each read as what it is, and no more. */
record PlainRow(
        long position,
        UUID tenant,
        String streamType,
        UUID stream,
        long version,
        UUID event,
        String name,
        int revision,
        String payload,
        String metadata,
        OffsetDateTime recordedAt) {

    static PlainRow read(ResultSet row) throws SQLException {
        return new PlainRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class));
    }
}

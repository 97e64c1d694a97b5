package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** Streams of which words were erased, of all tenants: it tells that they were, and not what. */
public final class ErasedStreams {
    private static final String LATELY = """
            select tenant_id, stream_type, stream_id from eventstore.erased_words
            where erased_at > now() - ? * interval '1 millisecond'
            """;

    private final DataSource appender;

    public ErasedStreams(DataSource appender) {
        this.appender = appender;
    }

    /** Within this time before now. */
    public List<StreamId> lately(Duration time) {
        return Transactions.run(appender, connection -> {
            try (var statement = connection.prepareStatement(LATELY)) {
                statement.setLong(1, time.toMillis());
                return streams(statement);
            }
        });
    }

    private static List<StreamId> streams(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var streams = new ArrayList<StreamId>();
            while (row.next())
                streams.add(new StreamId(
                        new TenantId(row.getObject(1, UUID.class)),
                        StreamType.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getObject(3, UUID.class)));
            return streams;
        }
    }
}

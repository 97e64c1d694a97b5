package io.cairn.bench.axon;

import io.cairn.bench.axon.StockSheet.SheetAnswered;
import io.cairn.bench.database.BenchDatabase;
import io.cairn.bench.payload.AnswerNoted;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events in Axon's own table: the engine stores the first, the database makes the others from it. */
public final class StoredSheets {
    private StoredSheets() {}

    public static void fill(BenchDatabase database, StockJdbc jdbc, long events) throws SQLException {
        database.execute("""
                create table axon_jdbc.answered (like bench.answered including all);
                alter table axon_jdbc.answered owner to peer;
                """);
        var sheet = new UUID(1, 1).toString();
        jdbc.transactions()
                .executeInTransaction(() -> jdbc.engine()
                        .appendEvents(List.of(new GenericDomainEventMessage<>(
                                "StockSheet", sheet, 0, new SheetAnswered(sheet, AnswerNoted.numbered(0))))));
        database.execute("""
                insert into axon_jdbc.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
                                                        payloadtype, payloadrevision, payload, metadata)
                select gen_random_uuid()::text, md5('sheet ' || n / 100)::uuid::text, n %% 100, type, timestamp, payloadtype,
                       payloadrevision, payload, metadata
                from axon_jdbc.domainevententry cross join generate_series(0, %d) n;
                """.formatted(events - 2));
        database.execute("vacuum analyze axon_jdbc.domainevententry");
    }
}

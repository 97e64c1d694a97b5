package io.cairn.bench.axon;

import io.cairn.bench.axon.StockSheet.SheetAnswered;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a row for each event, in the transaction of the batch that Axon takes events in. */
public final class AnsweredHandler {
    private static final String INSERT = "insert into axon_jdbc.answered"
            + " (tenant_id, position, stream_id, version, name, recorded_at) values (?, ?, ?, ?, ?, ?)";
    private static final UUID TENANT = new UUID(0, 1);

    private final JdbcTemplate jdbc;
    private final boolean gathering;
    private final Progress progress = new Progress();

    /** @param gathering whether rows wait for the end of the batch, to be sent together; else each goes as it comes */
    AnsweredHandler(DataSource pool, boolean gathering) {
        this.jdbc = new JdbcTemplate(pool);
        this.gathering = gathering;
    }

    Progress progress() {
        return progress;
    }

    @EventHandler
    void on(SheetAnswered event, TrackingToken token, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        var work = CurrentUnitOfWork.get();
        List<Object[]> rows = work.getOrComputeResource("answered", key -> begun(work));
        var row = new Object[] {
            TENANT,
            token.position().orElseThrow(),
            UUID.fromString(event.sheet()),
            version,
            "SheetAnswered",
            recordedAt.atOffset(ZoneOffset.UTC)
        };
        rows.add(row);
        if (!gathering) jdbc.update(INSERT, row);
    }

    private List<Object[]> begun(UnitOfWork<?> work) {
        var rows = new ArrayList<Object[]>();
        if (gathering) work.onPrepareCommit(done -> jdbc.batchUpdate(INSERT, rows));
        work.afterCommit(done -> progress.committed(rows.size()));
        return rows;
    }
}

package io.cairn.eventstore;

import io.cairn.eventstore.BatchInsert.Outcome;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that appends what waits, batch by batch, as much as waits at the moment and never for the sake of more.
 * When the connection is lost, nobody knows whether the batch was committed; it is then appended again, and whoever
 * finds his own events in the store has been appended already.
 */
final class AppendWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AppendWriter.class);
    private static final int MOST_ROWS = 2_000;
    private static final long PAUSE_MS = 50;

    /** Learns of a committed batch. */
    interface Told {
        void appended(long position, long number);
    }

    private final AppendQueue queue;
    private final KnownVersions known;
    private final DataSource appender;
    private final Clock clock;
    private final long giveUpNanos;
    private final Told told;

    /** @param giveUpNanos how long a batch is tried again while the database is away */
    AppendWriter(
            AppendQueue queue, KnownVersions known, DataSource appender, Clock clock, long giveUpNanos, Told told) {
        this.queue = queue;
        this.known = known;
        this.appender = appender;
        this.clock = clock;
        this.giveUpNanos = giveUpNanos;
        this.told = told;
    }

    @Override
    public void run() {
        for (var batch = queue.take(MOST_ROWS); !batch.isEmpty(); batch = queue.take(MOST_ROWS)) {
            try {
                append(batch);
            } catch (RuntimeException | Error e) {
                LOG.error("a batch of {} appends failed", batch.size(), e);
                batch.forEach(append -> append.failed(() -> new IllegalStateException("the append failed", e)));
            }
        }
    }

    private void append(List<PendingAppend> batch) {
        var deadline = System.nanoTime() + giveUpNanos;
        for (var again = false; ; again = true) {
            try {
                complete(batch, outcomes(batch, again));
                return;
            } catch (SQLException e) {
                if (!isTransient(e)) {
                    apart(batch, e);
                    return;
                }
                if (System.nanoTime() >= deadline) {
                    LOG.error("{} appends are given up, since the database is away", batch.size(), e);
                    batch.forEach(append -> append.failed(() -> Transactions.translated(e)));
                    return;
                }
                if (!again) LOG.warn("{} appends are tried again: {}", batch.size(), e.getMessage());
                pause();
            }
        }
    }

    private List<Outcome> outcomes(List<PendingAppend> batch, boolean again) throws SQLException {
        try (var connection = appender.getConnection()) {
            try {
                return BatchInsert.append(connection, batch, clock.instant(), known::last);
            } catch (SQLException e) {
                if (!BatchInsert.tellsOfVersions(e)) throw e;
            }
            var outcomes = BatchInsert.appendSorted(connection, batch, clock.instant());
            if (!again) return outcomes;
            for (var i = 0; i < batch.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Appended) continue;
                var found = BatchInsert.find(connection, batch.get(i));
                if (found > 0) outcomes.set(i, new Outcome.Appended(found));
            }
            return outcomes;
        }
    }

    /** Something in the batch cannot be stored: whoever is to blame fails, the others are appended. */
    private void apart(List<PendingAppend> batch, SQLException why) {
        if (batch.size() == 1) batch.getFirst().failed(() -> Transactions.translated(why));
        else batch.forEach(append -> append(List.of(append)));
    }

    private void complete(List<PendingAppend> batch, List<Outcome> outcomes) {
        var head = 0L;
        var number = 0L;
        for (var i = 0; i < batch.size(); i++)
            if (outcomes.get(i) instanceof Outcome.Appended appended) {
                head = Math.max(head, appended.position());
                number += batch.get(i).rows().size();
            }
        if (number > 0) told.appended(head, number);
        for (var i = 0; i < batch.size(); i++) complete(batch.get(i), outcomes.get(i));
    }

    private void complete(PendingAppend append, Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended appended -> {
                known.appended(append);
                append.appended(appended.position());
            }
            case Outcome.Refused refused -> append.failed(() -> refusal(refused));
            case Outcome.Again again -> append.failed(() -> new AlreadyAppended(again.before()));
        }
    }

    private static RuntimeException refusal(Outcome.Refused refused) {
        var event = refused.row().event();
        return refused.found() < event.version()
                ? Sequence.gap(event.stream(), event.version())
                : new VersionConflict(event.stream(), event.version());
    }

    /** The server is away, goes down, comes up, or gave up on a lock: not what was to be stored. */
    private static boolean isTransient(SQLException e) {
        var state = e.getSQLState();
        return e instanceof SQLTransientException
                || state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            // there is no one who could rightly interrupt it; closing the queue is the way to end it
            Thread.currentThread().interrupt();
        }
    }
}

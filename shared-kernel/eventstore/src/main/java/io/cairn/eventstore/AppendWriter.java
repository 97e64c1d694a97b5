package io.cairn.eventstore;

import io.cairn.eventstore.BatchInsert.Outcome;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that appends what waits, batch by batch, as much as waits at the moment and never for the sake of more. Two
 * take turns, so that the database need not wait until all callers of a batch were told.
 * When the connection is lost, nobody knows whether the batch was committed; it is then appended again, and whoever
 * finds his own events in the store has been appended already.
 */
final class AppendWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AppendWriter.class);
    private static final int MOST_ROWS = 2_000;
    private static final long PAUSE_MS = 50;
    /** A batch takes milliseconds, but for the minutes in which a very large import commits. */
    private static final int PATIENCE_MS = 300_000;

    private static final String READ_ONLY = "25006";

    /** Learns of a committed batch. */
    interface Told {
        void appended(long position, long number);
    }

    private final Lock turn;
    private final AppendQueue queue;
    private final KnownVersions known;
    private final DataSource appender;
    private final Clock clock;
    private final long giveUpNanos;
    private final Told told;

    /**
     * @param turn of who stores
     * @param giveUpNanos how long a batch is tried again while the database is away
     */
    AppendWriter(
            Lock turn,
            AppendQueue queue,
            KnownVersions known,
            DataSource appender,
            Clock clock,
            long giveUpNanos,
            Told told) {
        this.turn = turn;
        this.queue = queue;
        this.known = known;
        this.appender = appender;
        this.clock = clock;
        this.giveUpNanos = giveUpNanos;
        this.told = told;
    }

    @Override
    public void run() {
        for (var next = storeNext(); next.isPresent(); next = storeNext())
            next.get().run();
    }

    /** While it is told what came of one batch, the other writer stores the next. */
    private Optional<Runnable> storeNext() {
        turn.lock();
        try {
            var batch = queue.take(MOST_ROWS);
            return batch.isEmpty() ? Optional.empty() : Optional.of(stored(batch));
        } finally {
            turn.unlock();
        }
    }

    private Runnable stored(List<PendingAppend> batch) {
        try {
            return store(batch);
        } catch (RuntimeException | Error e) {
            LOG.error("a batch of {} appends failed", batch.size(), e);
            return () ->
                    batch.forEach(append -> append.failed(() -> new IllegalStateException("the append failed", e)));
        }
    }

    /** What came of it, still to be told. */
    private Runnable store(List<PendingAppend> batch) {
        var deadline = System.nanoTime() + giveUpNanos;
        for (var again = false; ; again = true) {
            try {
                var outcomes = outcomes(batch, again);
                return () -> complete(batch, outcomes);
            } catch (SQLException e) {
                if (!isTransient(e)) return apart(batch, e);
                if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                    LOG.error("{} appends are given up, since the database is away", batch.size(), e);
                    return () -> batch.forEach(append -> append.failed(() -> Transactions.translated(e)));
                }
                if (!again) LOG.warn("{} appends are tried again: {}", batch.size(), e.getMessage());
                pause();
            }
        }
    }

    private List<Outcome> outcomes(List<PendingAppend> batch, boolean again) throws SQLException {
        try (var connection = appender.getConnection()) {
            // a server that vanished without a word would keep the turn for ever; the database's address may say
            // otherwise
            if (connection.getNetworkTimeout() == 0) connection.setNetworkTimeout(Runnable::run, PATIENCE_MS);
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
    private Runnable apart(List<PendingAppend> batch, SQLException why) {
        if (batch.size() == 1) return () -> batch.getFirst().failed(() -> Transactions.translated(why));
        var each = batch.stream().map(append -> store(List.of(append))).toList();
        return () -> each.forEach(Runnable::run);
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

    private static void complete(PendingAppend append, Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended appended -> append.appended(appended.position());
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

    /** The server is away, goes down, comes up, leads no more, or gave up on a lock: not what was to be stored. */
    private static boolean isTransient(SQLException e) {
        var state = e.getSQLState();
        return e instanceof SQLTransientException
                || state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals(READ_ONLY);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            // closed, and nobody waits for the database to come back
            Thread.currentThread().interrupt();
        }
    }
}

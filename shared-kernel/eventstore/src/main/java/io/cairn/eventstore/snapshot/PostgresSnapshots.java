package io.cairn.eventstore.snapshot;

import io.cairn.eventstore.Farewell;
import io.cairn.eventstore.Transactions;
import io.cairn.eventstore.json.StateJson;
import io.cairn.language.StreamId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots through the role {@code appender}, on one thread of its own. Of several waiting for the same stream
 * only the last is written; when {@value #ROOM} streams wait, others are passed over until there is room.
 */
public final class PostgresSnapshots implements Snapshots, AutoCloseable {
    static final int ROOM = 1000;
    private static final int BATCH = 20;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSnapshots.class);

    // "on conflict do update" would need the right to read what is written
    private static final String WRITE = """
            with n as (
                select ?::uuid as tenant_id, ?::uuid as stream_id, ?::text as revision, ?::bigint as version,
                       ?::jsonb as state, ?::jsonb as texts),
            moved as (
                update eventstore.snapshot s set version = n.version, state = n.state, texts = n.texts from n
                where s.tenant_id = n.tenant_id and s.stream_id = n.stream_id and s.revision = n.revision
                    and s.version <= n.version)
            insert into eventstore.snapshot (tenant_id, stream_id, revision, version, state, texts)
            select tenant_id, stream_id, revision, version, state, texts from n on conflict do nothing
            """;

    private record Key(StreamId stream, String revision) {}

    private record Waiting(Key key, long version, Supplier<StateJson.Form> form) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final DataSource appender;
    private final MeterRegistry meters;
    private final Thread writer;
    private boolean closed;

    public PostgresSnapshots(DataSource appender, MeterRegistry meters) {
        this.appender = appender;
        this.meters = meters;
        this.writer = Thread.ofPlatform().daemon().name("cairn-snapshots").start(this::write);
    }

    @Override
    public void keep(StreamId stream, String revision, long version, Supplier<StateJson.Form> form) {
        var key = new Key(stream, revision);
        lock.lock();
        try {
            var before = waiting.get(key);
            if (before != null && before.version() > version) return;
            if (before == null && (closed || waiting.size() == ROOM)) {
                count("passed over", 1);
                return;
            }
            waiting.put(key, new Waiting(key, version, form));
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what still waits, for a few seconds at most. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signal();
        } finally {
            lock.unlock();
        }
        Farewell.to(List.of(writer), FAREWELL);
    }

    private void write() {
        try {
            for (var next = take(); !next.isEmpty(); next = take()) write(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed and too slow: the rest is no loss
        }
    }

    /** What has waited longest; empty when there will be nothing more. */
    private List<Waiting> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) more.await();
            var taken = new ArrayList<Waiting>(BATCH);
            var all = waiting.values().iterator();
            while (all.hasNext() && taken.size() < BATCH) {
                taken.add(all.next());
                all.remove();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Waiting> snapshots) {
        try {
            Transactions.run(appender, connection -> {
                try (var statement = connection.prepareStatement(WRITE)) {
                    for (var snapshot : snapshots) {
                        var stream = snapshot.key().stream();
                        var form = snapshot.form().get();
                        statement.setObject(1, stream.tenant().value());
                        statement.setObject(2, stream.value());
                        statement.setString(3, snapshot.key().revision());
                        statement.setLong(4, snapshot.version());
                        statement.setString(5, form.state());
                        statement.setString(6, form.texts());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                }
            });
            count("written", snapshots.size());
        } catch (RuntimeException e) {
            LOG.warn("{} snapshots are not written; their streams are read a little slower", snapshots.size(), e);
            count("failed", snapshots.size());
        }
    }

    private void count(String outcome, int snapshots) {
        meters.counter("cairn.snapshots", "outcome", outcome).increment(snapshots);
    }
}

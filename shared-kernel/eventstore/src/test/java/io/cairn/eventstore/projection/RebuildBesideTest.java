package io.cairn.eventstore.projection;

import static io.cairn.eventstore.projection.Stage.SEEN;
import static io.cairn.eventstore.projection.Stage.renamed;
import static io.cairn.eventstore.projection.Stage.seen;
import static io.cairn.eventstore.projection.Stage.tenant;
import static io.cairn.eventstore.projection.Stage.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.testing.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rebuild while the view is read and written. */
class RebuildBesideTest {
    private static final boolean LONG = Boolean.getBoolean("cairn.long");
    private static final int EVENTS = LONG ? 1_000_000 : 20_000;
    private static final int TENANTS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Stage stage = new Stage();
    private final TenantDatabase database = new TenantDatabase(stage.database.app());
    private final AtomicLong slowestRead = new AtomicLong();
    private final AtomicLong slowestToBeSeen = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void no_read_fails_or_sees_less_than_before_while_a_view_is_made_anew() throws Exception {
        var node = stage.node(new SeenView());
        var filled = fill();
        assertThat(node.await(List.of(SEEN), filled, Duration.ofMinutes(5))).isTrue();
        stage.sql().update("update sample.seen set name = 'spoilt' where position % 1000 = 1");

        var started = System.nanoTime();
        var rebuild = node.rebuild(SEEN);
        var reader = CompletableFuture.runAsync(() -> read(rebuild), Thread::startVirtualThread);
        var writer = CompletableFuture.runAsync(() -> write(node, rebuild), Thread::startVirtualThread);
        var done = rebuild.get(5, TimeUnit.MINUTES);
        var took = Duration.ofNanos(System.nanoTime() - started);
        reader.get(10, TimeUnit.SECONDS);
        writer.get(10, TimeUnit.SECONDS);

        assertThat(done.failure()).isNull();
        assertThat(done.different()).isEqualTo(EVENTS / 1000);
        assertThat(writes).hasPositiveValue();
        seen(node, EVENTS + writes.get());
        assertThat(stage.sql().queryForObject("select count(*) from sample.seen", Long.class))
                .isEqualTo(EVENTS + writes.get());
        assertThat(Stage.soon(node.rebuild(SEEN)).different()).isZero();
        System.out.println("rebuild of " + EVENTS + " events: " + took.toMillis() + " ms; meanwhile " + reads.get()
                + " reads, none failed, the slowest " + slowestRead.get() + " ms; " + writes.get()
                + " events appended, the slowest seen after " + slowestToBeSeen.get() + " ms");
    }

    private long fill() {
        var last = 0L;
        for (var batch = 0; batch < EVENTS / 1000; batch++) {
            var events = new ArrayList<NewEvent>();
            for (var i = 0; i < TENANTS; i++)
                events.addAll(TestStore.events(unit(tenant(i), "u" + batch), 0, renamed(1000 / TENANTS)));
            last = stage.store.appender().append(events);
        }
        return last;
    }

    /** What a tenant sees never shrinks. */
    private void read(CompletableFuture<Rebuild> until) {
        var before = new long[TENANTS];
        for (var i = 0; !until.isDone(); i = (i + 1) % TENANTS) {
            var started = System.nanoTime();
            var tenant = tenant(i);
            var found = database.<Long>read(
                    tenant,
                    db -> db.sql("select count(*) from sample.seen")
                            .query(Long.class)
                            .single());
            slowest(slowestRead, started);
            reads.incrementAndGet();
            assertThat(found).isGreaterThanOrEqualTo(Math.max(EVENTS / TENANTS, before[i]));
            before[i] = found;
        }
    }

    /** Each write is seen within the time that a read waits for it. */
    private void write(Projections node, CompletableFuture<Rebuild> until) {
        for (var i = 0; !until.isDone(); i++) {
            var position = stage.store.append(unit(tenant(i % TENANTS), "w" + i), 0, renamed("new"));
            writes.incrementAndGet();
            var started = System.nanoTime();
            assertThat(node.await(List.of(SEEN), position, PATIENCE)).isTrue();
            slowest(slowestToBeSeen, started);
        }
    }

    private static void slowest(AtomicLong slowest, long started) {
        slowest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), Math::max);
    }
}

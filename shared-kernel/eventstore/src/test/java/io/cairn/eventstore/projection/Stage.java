package io.cairn.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store on a database of its own, and the nodes that keep views of it. */
final class Stage implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(30);
    static final String SEEN = "seen-v1";

    final TestDatabase database = TestDatabase.fresh("eventstore", "sample");
    final TestStore store = new TestStore(database);
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Projections> running = new ArrayList<>();

    static TenantId tenant(int number) {
        return TenantId.of(new Slug("tenant-" + number));
    }

    static StreamId unit(TenantId tenant, String code) {
        return StreamId.unit(tenant, new UnitCode(code));
    }

    static Event[] renamed(int times) {
        return IntStream.range(0, times).mapToObj(i -> renamed("name " + i)).toArray(Event[]::new);
    }

    static Event renamed(String name) {
        return new UnitEvent.UnitRenamed(new UnitCode("shop"), name);
    }

    /** Appends {@code each} events to a stream of each of so many tenants, one tenant after another. */
    long fill(int tenants, int each, String code) {
        var last = 0L;
        for (var i = 0; i < tenants; i++) last = store.append(unit(tenant(i), code), 0, renamed(each));
        return last;
    }

    Projections node(View view) {
        return node(view, store.source(), store.signal(), 1);
    }

    Projections node(View view, int segments) {
        return node(view, store.source(), store.signal(), segments);
    }

    Projections node(View view, EventSource source, AppendSignal signal, int segments) {
        return start(new PostgresProjections(
                database.projector(),
                source,
                signal,
                Clock.systemUTC(),
                meters,
                List.of(new ViewRegistration("sample", view)),
                List.of(),
                segments));
    }

    Projections node(Policy policy) {
        return start(new PostgresProjections(
                database.projector(),
                store.source(),
                store.signal(),
                Clock.systemUTC(),
                meters,
                List.of(),
                List.of(new PolicyRegistration("sample", policy))));
    }

    private Projections start(Projections projections) {
        running.add(projections);
        projections.start();
        return projections;
    }

    static void seen(Projections projections, long position) {
        assertThat(projections.await(List.of(SEEN), position, SOON))
                .as(() -> projections.status().toString())
                .isTrue();
    }

    static <T> T soon(CompletableFuture<T> future) {
        try {
            return future.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** For what cannot be waited for in another way. */
    static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    static ProjectionStatus status(Projections projections) {
        return projections.status().getFirst();
    }

    List<Long> positions() {
        return sql().queryForList("select position from sample.seen order by position", Long.class);
    }

    List<String> rows() {
        return sql().queryForList(
                        "select s::text from sample.seen s union all select n::text from sample.last_name n order by 1",
                        String.class);
    }

    JdbcTemplate sql() {
        return new JdbcTemplate(database.superuser());
    }

    @Override
    public void close() {
        running.forEach(Projections::close);
        database.close();
    }
}

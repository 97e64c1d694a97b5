package io.cairn.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.StoredEvent;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ProjectionsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String KILL_MYSELF = "do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$";
    private static final TenantId ACME = TenantId.of(new Slug("acme"));
    private static final UnitCode SHOP = new UnitCode("shop");

    private final TestDatabase database = TestDatabase.fresh("eventstore", "sample");
    private final TestStore store = new TestStore(database);
    private final StreamId shop = StreamId.unit(ACME, SHOP);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Projections> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(Projections::close);
        database.close();
    }

    @Test
    void a_view_follows_what_is_appended() {
        store.append(shop, 0, renamed(3));
        var projections = running(new SeenView());
        seen(projections, 3);
        store.append(shop, 3, renamed(2));
        seen(projections, 5);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(database().queryForObject("select name from sample.last_name", String.class))
                .isEqualTo("name 1");
    }

    @Test
    void the_planner_knows_how_a_view_grew_from_nothing() {
        for (var version = 0; version < 1_200; version += 100) store.append(shop, version, renamed(100));
        seen(running(new SeenView()), 1_200);
        Stage.until(
                "both tables were looked at",
                () -> database()
                                .queryForObject(
                                        "select count(*) from pg_class where relname in ('seen', 'last_name') and reltuples > 0"
                                                + " and relnamespace = 'sample'::regnamespace",
                                        Integer.class)
                        == 2);
    }

    @Test
    void a_view_goes_on_where_it_stopped() {
        store.append(shop, 0, renamed(3));
        var first = running(new SeenView());
        seen(first, 3);
        first.close();
        store.append(shop, 3, renamed(3));
        assertThat(positions()).hasSize(3);
        seen(running(new SeenView()), 6);
        assertThat(positions()).hasSize(6);
    }

    @Test
    void what_another_process_appends_is_seen_without_a_signal() {
        var deaf = new AppendSignal();
        var projections = start(new PostgresProjections(
                database.projector(),
                store.source(),
                deaf,
                Clock.systemUTC(),
                meters,
                List.of(new ViewRegistration("sample", new SeenView())),
                List.of()));
        seen(projections, store.append(shop, 0, renamed(2)));
    }

    @Test
    void waiting_is_bounded_and_for_known_views_only() {
        var projections = running(new SeenView());
        assertThat(projections.await(List.of("seen-v1"), 1, Duration.ofMillis(20)))
                .isFalse();
        assertThat(projections.await(List.of(), 1, Duration.ZERO)).isTrue();
        assertThatThrownBy(() -> projections.await(List.of("unseen"), 1, SOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_fails_for_a_passing_reason_is_tried_until_it_can_be_done() {
        var busy = new AtomicBoolean(true);
        var tried = new CountDownLatch(4);
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                super.apply(event, rows);
                if (event.position() == 4 && busy.get()) {
                    tried.countDown();
                    throw new UncheckedIOException(new IOException("out of ink"));
                }
            }
        };
        store.append(shop, 0, renamed(6));
        var projections = running(view);
        awaited(tried);
        assertThat(positions()).isEmpty();
        var status = projections.status().getFirst();
        assertThat(status.failure()).contains("out of ink");
        assertThat(status.position()).isZero();
        assertThat(status.head()).isEqualTo(6);
        assertThat(status.lagSeconds()).isPositive();
        busy.set(false);
        seen(projections, 6);
        assertThat(positions()).hasSize(6);
        assertThat(projections.status().getFirst().failure()).isNull();
        assertThat(projections.status().getFirst().lagSeconds()).isZero();
        assertThat(projections.status().getFirst().deadLetters()).isZero();
    }

    @Test
    void a_table_that_is_missing_is_not_the_events_fault() {
        var asked = new CountDownLatch(2);
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                asked.countDown();
                rows.execute("insert into sample.forgotten (position) values (?)", event.position());
            }
        };
        var projections = running(view);
        store.append(shop, 0, renamed(1));
        awaited(asked);
        assertThat(projections.status().getFirst().failure()).contains("42P01", "forgotten");
        assertThat(projections.status().getFirst().position()).isZero();
    }

    @Test
    void rows_and_token_are_written_together_or_not_at_all() {
        var killed = new AtomicBoolean();
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                super.apply(event, rows);
                // rows before this one are in the database by then
                if (event.position() == 1_500 && killed.compareAndSet(false, true)) rows.execute(KILL_MYSELF);
            }
        };
        store.append(shop, 0, renamed(2_000));
        seen(running(view), 2_000);
        assertThat(killed).isTrue();
        assertThat(positions())
                .isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
    }

    @Test
    void two_nodes_never_apply_an_event_twice() {
        var here = running(new SeenView());
        var there = running(new SeenView());
        for (var i = 0; i < 50; i++) store.append(shop, i * 20L, renamed(20));
        seen(here, 1_000);
        seen(there, 1_000);
        assertThat(positions())
                .isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(here.status()).extracting(ProjectionStatus::failure).containsOnlyNulls();
        assertThat(there.status()).extracting(ProjectionStatus::failure).containsOnlyNulls();
    }

    @Test
    void a_policy_gets_every_event_in_order_and_again_where_it_failed() {
        var handed = new CopyOnWriteArrayList<Long>();
        var failed = new AtomicBoolean();
        var done = new CountDownLatch(6);
        store.append(shop, 0, renamed(5));
        var policy = new Policy() {
            @Override
            public String name() {
                return "policy";
            }

            @Override
            public void when(StoredEvent event) {
                if (event.position() == 3 && failed.compareAndSet(false, true))
                    throw new UncheckedIOException(new IOException("not yet"));
                handed.add(event.position());
                done.countDown();
            }
        };
        start(new PostgresProjections(
                database.projector(),
                store.source(),
                store.signal(),
                Clock.systemUTC(),
                meters,
                List.of(),
                List.of(new PolicyRegistration("sample", policy))));
        store.append(shop, 5, renamed(1));
        awaited(done);
        assertThat(handed).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void lag_and_events_are_measured() {
        store.append(shop, 0, renamed(5));
        seen(running(new SeenView()), 5);
        assertThat(meters.get("cairn.projection.events").counter().count()).isEqualTo(5);
        assertThat(meters.get("cairn.projection.lag.events").gauge().value()).isZero();
        assertThat(meters.get("cairn.projection.lag.seconds").gauge().value()).isZero();
    }

    @Test
    void a_store_that_cannot_be_read_is_a_failure_and_not_the_end() {
        var down = new AtomicBoolean(true);
        var asked = new CountDownLatch(4);
        var real = store.source();
        var source = new EventSource() {
            @Override
            public List<StoredEvent> after(long position, int limit) {
                asked.countDown();
                if (down.get()) throw new IllegalStateException("down");
                return real.after(position, limit);
            }

            @Override
            public long head() {
                return real.head();
            }
        };
        store.append(shop, 0, renamed(2));
        var projections = start(new PostgresProjections(
                database.projector(),
                source,
                store.signal(),
                Clock.systemUTC(),
                meters,
                List.of(new ViewRegistration("sample", new SeenView())),
                List.of()));
        awaited(asked);
        down.set(false);
        seen(projections, 2);
    }

    private Projections running(View view) {
        return start(new PostgresProjections(
                database.projector(),
                store.source(),
                store.signal(),
                Clock.systemUTC(),
                meters,
                List.of(new ViewRegistration("sample", view)),
                List.of()));
    }

    private Projections start(Projections projections) {
        running.add(projections);
        projections.start();
        return projections;
    }

    private static void seen(Projections projections, long position) {
        assertThat(projections.await(List.of("seen-v1"), position, SOON)).isTrue();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Event[] renamed(int times) {
        return LongStream.range(0, times)
                .mapToObj(i -> new UnitEvent.UnitRenamed(SHOP, "name " + i))
                .toArray(Event[]::new);
    }

    private List<Long> positions() {
        return database().queryForList("select position from sample.seen order by position", Long.class);
    }

    private List<String> rows() {
        return database()
                .queryForList(
                        "select s::text from sample.seen s union all select n::text from sample.last_name n order by 1",
                        String.class);
    }

    private JdbcTemplate database() {
        return new JdbcTemplate(database.superuser());
    }
}

package io.cairn.eventstore;

import static io.cairn.eventstore.Cast.ACME;
import static io.cairn.eventstore.Cast.GLOBEX;
import static io.cairn.eventstore.Cast.added;
import static io.cairn.eventstore.Cast.renamed;
import static io.cairn.eventstore.Cast.unit;
import static io.cairn.eventstore.testing.TestStore.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.PostgresEventAppender.Settings;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class AppendUnderStressTest {
    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final JdbcTemplate superuser = new JdbcTemplate(database.superuser());

    @AfterEach
    void drop() {
        database.close();
    }

    /** Nobody appends while it is held; a first append is on its way already, so that all others wait together. */
    private Connection holdTheLock() throws SQLException {
        var connection = database.superuser().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(Head.LOCK);
        }
        Thread.ofVirtual().start(() -> store.append(unit(GLOBEX, "first"), 0, added()));
        var waitsForTheLock =
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (superuser.queryForObject(waitsForTheLock, Long.class) == 0) Thread.onSpinWait();
        return connection;
    }

    @Test
    void what_waits_shares_a_transaction() throws Exception {
        var before = transactions();
        var appends = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var lock = holdTheLock()) {
                for (var i = 0; i < 500; i++) {
                    var stream = unit(ACME, "unit-" + i);
                    appends.add(threads.submit(() -> store.append(stream, 0, added())));
                }
                while (store.waiting() < 500) Thread.onSpinWait();
                lock.commit();
            }
            for (var append : appends) append.get();
        }
        assertThat(store.source().head()).isEqualTo(501);
        assertThat(transactions() - before).isEqualTo(2);
    }

    /** How many transactions have stored events. */
    private long transactions() {
        return superuser.queryForObject("select count(distinct xmin::text) from eventstore.event", Long.class);
    }

    @Test
    void a_full_store_says_so_and_takes_on_again_what_comes_later() throws Exception {
        var small = new Settings(64 * 1_024);
        var refused = new AtomicInteger();
        var appends = new ArrayList<Callable<Void>>();
        try (var appender = appender(small);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lock = holdTheLock();
            for (var i = 0; i < 1_000; i++) {
                var stream = unit(ACME, "unit-" + i);
                appends.add(() -> {
                    try {
                        appender.append(events(stream, 0, added()));
                    } catch (StoreBusy e) {
                        // two times 64 at most are taken on: a batch that waits for the lock, and the full queue
                        if (refused.incrementAndGet() == 800) lock.commit();
                    }
                    return null;
                });
            }
            for (var append : threads.invokeAll(appends)) append.get();
            lock.close();
            assertThat(refused.get()).isBetween(800, 990);
            assertThat(store.source().head()).isEqualTo(1_001 - refused.get());
            assertThat(appender.append(events(unit(ACME, "later"), 0, added()))).isEqualTo(1_002 - refused.get());
        }
    }

    @Test
    void one_append_larger_than_the_room_there_is_gets_in_alone() {
        try (var appender = appender(new Settings(1))) {
            assertThat(appender.append(events(unit(ACME, "shop"), 0, renamed(50))))
                    .isEqualTo(50);
        }
    }

    @Test
    void a_closed_store_has_stored_what_it_took_on_and_takes_nothing_more() throws Exception {
        var appender = appender(Settings.STANDARD);
        var appends = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                var stream = unit(ACME, "unit-" + i);
                appends.add(threads.submit(() -> appender.append(events(stream, 0, added()))));
            }
            for (var append : appends.subList(0, 10)) append.get();
            appender.close();
        }
        assertThatExceptionOfType(StoreBusy.class)
                .isThrownBy(() -> appender.append(events(unit(ACME, "late"), 0, added())));
        var taken = appends.stream()
                .filter(append -> append.state() == Future.State.SUCCESS)
                .count();
        assertThat(store.source().head()).isEqualTo(taken);
    }

    @Test
    void neither_conflict_nor_nonsense_harms_the_neighbours_in_a_batch() throws Exception {
        store.append(unit(ACME, "taken"), 0, added());
        var bad = new UnitRenamed(Cast.SHOP, "no\u0000name");
        var good = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lock = holdTheLock();
            for (var i = 0; i < 50; i++) {
                var stream = unit(i % 2 == 0 ? ACME : GLOBEX, "unit-" + i);
                good.add(threads.submit(() -> store.append(stream, 0, added(), renamed("b"))));
            }
            var taken = threads.submit(() -> store.append(unit(ACME, "taken"), 0, added()));
            var gap = threads.submit(() -> store.append(unit(ACME, "taken"), 5, renamed("gap")));
            var broken = threads.submit(() -> store.append(unit(ACME, "broken"), 0, added(), bad));
            while (store.waiting() < 53) Thread.onSpinWait();
            lock.commit();
            lock.close();
            for (var one : good) one.get();
            assertThatThrownBy(taken::get).hasCauseInstanceOf(VersionConflict.class);
            assertThatThrownBy(gap::get).hasCauseInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(broken::get).hasCauseInstanceOf(DataAccessException.class);
        }
        assertThat(store.source().after(0, 1_000))
                .extracting(StoredEvent::position)
                .hasSize(102);
        assertThat(store.source().head()).isEqualTo(102);
    }

    @Test
    void an_append_whose_connection_is_killed_is_stored_once_all_the_same() throws Exception {
        var kills = 25;
        var killed = new AtomicInteger();
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (var w = 0; w < 32; w++) {
                var stream = unit(ACME, "unit-" + w);
                writers.add(threads.submit(() -> {
                    for (var version = 0; killed.get() < kills; version++) {
                        var event = events(stream, version, renamed("x")).getFirst();
                        store.appender().append(List.of(event));
                        acknowledged.add(event.eventId().toString());
                    }
                }));
            }
            while (killed.get() < kills && writers.stream().noneMatch(Future::isDone))
                killed.addAndGet(superuser.queryForObject("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and usename = 'appender' and state = 'active'
                        """, Integer.class));
            for (var writer : writers) writer.get();
        }
        System.out.printf("connections killed: %d, appends acknowledged: %d%n", killed.get(), acknowledged.size());
        assertThat(store.source().head()).isEqualTo(acknowledged.size());
        assertThat(superuser.queryForList("select event_id::text from eventstore.event", String.class))
                .containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private EventAppender appender(Settings settings) {
        return new PostgresEventAppender(
                database.appender(),
                EventJson.standard(),
                Clock.systemUTC(),
                store.signal(),
                new SimpleMeterRegistry(),
                settings);
    }
}

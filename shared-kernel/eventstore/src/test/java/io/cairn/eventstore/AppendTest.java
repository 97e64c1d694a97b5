package io.cairn.eventstore;

import static io.cairn.eventstore.Cast.ACME;
import static io.cairn.eventstore.Cast.GLOBEX;
import static io.cairn.eventstore.Cast.added;
import static io.cairn.eventstore.Cast.renamed;
import static io.cairn.eventstore.Cast.retired;
import static io.cairn.eventstore.Cast.unit;
import static io.cairn.eventstore.testing.TestStore.ORIGIN;
import static io.cairn.eventstore.testing.TestStore.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.StreamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class AppendTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00.123456Z");

    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final StreamId shop = unit(ACME, "shop");

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void an_appended_event_is_read_as_it_was() {
        var event = new NewEvent(shop, 0, UUID.randomUUID(), added(), ORIGIN);
        var position = store.another(Clock.fixed(NOON, ZoneOffset.UTC)).append(List.of(event));
        assertThat(store.reader().read(shop))
                .containsExactly(new StoredEvent(1, shop, 0, event.eventId(), added(), ORIGIN, NOON));
        assertThat(store.source().after(0, 10)).isEqualTo(store.reader().read(shop));
        assertThat(position).isEqualTo(1).isEqualTo(store.source().head());
    }

    @Test
    void a_stream_is_read_from_any_version_on() {
        store.append(shop, 0, renamed(5));
        assertThat(store.reader().read(shop, 3))
                .extracting(StoredEvent::version)
                .containsExactly(3L, 4L);
        assertThat(store.reader().read(shop, 5)).isEmpty();
    }

    @Test
    void one_append_may_go_to_several_streams_of_several_tenants() {
        var both = new ArrayList<>(events(shop, 0, renamed(2)));
        both.addAll(events(unit(GLOBEX, "shop"), 0, renamed(3)));
        assertThat(store.appender().append(both)).isEqualTo(5);
        assertThat(store.reader().read(unit(GLOBEX, "shop"))).hasSize(3);
    }

    @Test
    void nothing_appended_is_no_event() {
        store.append(shop, 0, added());
        assertThat(store.appender().append(List.of())).isEqualTo(1);
    }

    @Test
    void a_taken_version_is_a_conflict_and_leaves_nothing() {
        store.append(shop, 0, added());
        var late = new ArrayList<>(events(unit(ACME, "new"), 0, retired("sold")));
        late.addAll(events(shop, 0, added(), renamed("other")));
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> store.appender().append(late))
                .withMessageContaining("version 0 of UNIT " + shop.value());
        assertThat(store.source().after(0, 10)).hasSize(1);
        assertThat(count("event_text")).isZero();
        assertThat(store.append(shop, 1, renamed("next"))).isEqualTo(2);
    }

    @Test
    void a_version_that_does_not_follow_is_refused() {
        store.append(shop, 0, added());
        assertThatThrownBy(() -> store.append(shop, 2, renamed("too early")))
                .isInstanceOf(IllegalArgumentException.class);
        var gap = List.of(
                events(shop, 1, added()).getFirst(), events(shop, 3, added()).getFirst());
        assertThatThrownBy(() -> store.appender().append(gap)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.source().head()).isEqualTo(1);
    }

    @Test
    void writers_of_two_processes_leave_no_gap_and_no_half_of_a_command() throws Exception {
        var appenders = List.of(store.appender(), store.another(Clock.systemUTC()));
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(9)) {
            var follower = threads.submit(() -> {
                var seen = new ArrayList<Long>();
                while (writing.get() || seen.size() < 8 * 25 * 3) {
                    var from = seen.size();
                    store.source().after(from, 1_000).forEach(event -> seen.add(event.position()));
                    assertThat(seen.size() % 3).isZero();
                }
                return seen;
            });
            var writers = new ArrayList<Callable<Void>>();
            for (var w = 0; w < 8; w++) {
                var stream = unit(w % 2 == 0 ? ACME : GLOBEX, "unit-" + w);
                var appender = appenders.get(w % 2);
                writers.add(() -> {
                    for (var i = 0; i < 25; i++) appender.append(events(stream, i * 3L, renamed(3)));
                    return null;
                });
            }
            for (var writer : threads.invokeAll(writers)) writer.get();
            writing.set(false);
            assertThat(follower.get())
                    .isEqualTo(LongStream.rangeClosed(1, 8 * 25 * 3).boxed().toList());
        }
    }

    @Test
    void of_racing_writers_exactly_one_wins_each_version() throws Exception {
        var won = new AtomicInteger();
        var lost = new AtomicInteger();
        var ready = new CountDownLatch(8);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var racers = new ArrayList<Callable<Void>>();
            for (var w = 0; w < 8; w++)
                racers.add(() -> {
                    ready.countDown();
                    ready.await();
                    for (var version = 0; version < 10; version++)
                        try {
                            store.append(shop, version, renamed("by " + Thread.currentThread()));
                            won.incrementAndGet();
                        } catch (VersionConflict e) {
                            lost.incrementAndGet();
                        }
                    return null;
                });
            for (var racer : threads.invokeAll(racers)) racer.get();
        }
        assertThat(won).hasValue(10);
        assertThat(lost).hasValue(70);
        assertThat(store.reader().read(shop))
                .extracting(StoredEvent::version)
                .hasSize(10)
                .isSorted();
        assertThat(store.source().head()).isEqualTo(10);
    }

    @Test
    void recorded_times_never_run_backwards() {
        store.another(Clock.fixed(NOON, ZoneOffset.UTC)).append(events(shop, 0, added()));
        store.another(Clock.fixed(NOON.minus(Duration.ofHours(1)), ZoneOffset.UTC))
                .append(events(shop, 1, renamed("x")));
        assertThat(store.reader().read(shop))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(NOON, NOON);
    }

    @Test
    void readers_of_the_process_are_told_after_the_commit() {
        var heard = new ArrayList<Long>();
        store.signal().subscribe(position -> {
            assertThat(store.source().head()).isEqualTo(position);
            heard.add(position);
        });
        store.append(shop, 0, renamed(2));
        assertThat(heard).containsExactly(2L);
    }

    @Test
    void what_a_person_wrote_lies_beside_the_event_and_can_be_erased() {
        store.append(shop, 0, retired("Eve sold it"));
        var superuser = new JdbcTemplate(database.superuser());
        assertThat(superuser.queryForObject("select e::text from eventstore.event e", String.class))
                .doesNotContain("Eve");
        assertThat(store.reader().read(shop)).extracting(StoredEvent::event).containsExactly(retired("Eve sold it"));
        superuser.execute("delete from eventstore.event_text");
        assertThat(store.reader().read(shop).getFirst().event().toString())
                .contains("Erased")
                .doesNotContain("Eve");
    }

    private long count(String table) {
        var count = new JdbcTemplate(database.superuser())
                .queryForObject("select count(*) from eventstore." + table, Long.class);
        return count == null ? -1 : count;
    }
}

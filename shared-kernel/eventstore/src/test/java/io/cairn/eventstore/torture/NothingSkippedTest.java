package io.cairn.eventstore.torture;

import static io.cairn.eventstore.testing.TestStore.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.VersionConflict;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.Slug;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.Event;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A reader that goes on from where it was sees every event that was ever committed. The quick form follows 20,000
 * events; the long one, {@code -Dcairn.long=true}, a million.
 */
class NothingSkippedTest {
    private static final long EVENTS = Boolean.getBoolean("cairn.long") ? 1_000_000 : 20_000;
    private static final int WRITERS = 12;

    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicLong rolledBack = new AtomicLong();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void through_rollbacks_slow_transactions_old_imports_and_jumping_clocks() throws Exception {
        var processes = List.of(
                store.appender(),
                store.another(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2))),
                store.another(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                store.another(new Jumping()));
        var writing = new AtomicBoolean(true);
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var follower = threads.submit(() -> follow(writing));
            var writers = new ArrayList<Callable<Void>>();
            for (var w = 0; w < WRITERS; w++) {
                var random = new Random(w);
                var appender = processes.get(w % processes.size());
                var slow = w % 4 == 3;
                writers.add(() -> {
                    while (store.appender().head() < EVENTS)
                        if (slow) slowly(appender, random);
                        else quickly(appender, random);
                    return null;
                });
            }
            for (var writer : threads.invokeAll(writers)) writer.get();
            writing.set(false);
            var seen = follower.get();
            System.out.printf(
                    "followed %d events of %d appenders; %d conflicts, %d long transactions rolled back%n",
                    seen, processes.size(), conflicts.get(), rolledBack.get());
            assertThat(seen).isEqualTo(store.appender().head()).isGreaterThanOrEqualTo(EVENTS);
            assertThat(conflicts.get()).isPositive();
            assertThat(rolledBack.get()).isPositive();
        } finally {
            for (var process : processes) process.close();
        }
    }

    /** Every position, each right behind the one before, and times that never run backwards; how many there were. */
    private long follow(AtomicBoolean writing) {
        var seen = 0L;
        var time = Instant.MIN;
        for (var last = false; ; ) {
            var batch = store.source().after(seen, 1_000);
            for (var event : batch) {
                assertThat(event.position()).isEqualTo(++seen);
                assertThat(event.recordedAt()).isAfterOrEqualTo(time);
                time = event.recordedAt();
            }
            if (batch.isEmpty() && last) return seen;
            last = !writing.get();
        }
    }

    /** A hundred commands on streams that others write to as well. */
    private void quickly(EventAppender appender, Random random) {
        for (var i = 0; i < 100; i++) {
            var stream = WriterProcess.stream(random.nextInt(40));
            try {
                appender.append(events(stream, store.reader().version(stream) + 1, renamed(1 + random.nextInt(3))));
            } catch (VersionConflict e) {
                conflicts.incrementAndGet();
            }
        }
    }

    /** One transaction that is open for long, and half of the time comes to nothing. */
    private void slowly(EventAppender appender, Random random) {
        var stream = StreamId.unit(TenantId.of(new Slug("slow")), new UnitCode("u-" + UUID.randomUUID()));
        try (var bulk = appender.bulk()) {
            for (NewEvent event : events(stream, 0, renamed(200))) bulk.add(event);
            if (random.nextBoolean()) bulk.commit();
            else rolledBack.incrementAndGet();
        }
    }

    private static Event[] renamed(int times) {
        var events = new Event[times];
        for (var i = 0; i < times; i++) events[i] = new UnitRenamed(new UnitCode("unit"), "name " + i);
        return events;
    }

    /** Forwards, backwards, every time it is asked. */
    private static final class Jumping extends Clock {
        private final Random random = new Random(1);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plusSeconds(random.nextInt(-86_400, 0));
        }
    }

    @Test
    void while_the_stock_engine_skips_a_slow_transaction_beside_an_import_of_old_events() throws Exception {
        var month = Instant.now().minus(Duration.ofDays(30));
        stock(database.superuser()).createSchema(PostgresEventTableFactory.INSTANCE);
        try (var connection = database.superuser().getConnection()) {
            connection.setAutoCommit(false);
            stock(new SingleConnectionDataSource(connection, true)).appendEvents(List.of(message("slow", month)));
            var engine = stock(database.superuser());
            engine.appendEvents(List.of(message("imported", month)));
            var seen = new ArrayList<String>();
            var token = follow(engine, null, seen);
            assertThat(seen).containsExactly("imported");
            connection.commit();
            engine.appendEvents(List.of(message("later", Instant.now())));
            follow(engine, token, seen);
            assertThat(engine.readEvents("slow").asStream()).hasSize(1);
            System.out.println("the stock engine has stored slow, imported, later and shows its follower " + seen);
            assertThat(seen).containsExactly("imported", "later");
        }
    }

    @Test
    void and_this_one_does_not() {
        var month = Clock.fixed(Instant.now().minus(Duration.ofDays(30)), ZoneOffset.UTC);
        var old = store.another(month);
        var seen = new ArrayList<Long>();
        try (var slow = old.bulk()) {
            for (var event : events(WriterProcess.stream(1), 0, renamed(2))) slow.add(event);
            old.append(events(WriterProcess.stream(2), 0, renamed(1)));
            follow(seen);
            slow.commit();
        }
        store.append(WriterProcess.stream(3), 0, renamed(1));
        follow(seen);
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
    }

    private void follow(List<Long> seen) {
        store.source().after(seen.size(), 100).stream()
                .map(StoredEvent::position)
                .forEach(seen::add);
    }

    private static JdbcEventStorageEngine stock(DataSource dataSource) {
        var serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(dataSource::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .build();
    }

    private static EventMessage<?> message(String stream, Instant time) {
        return new GenericDomainEventMessage<>(
                "unit",
                stream,
                0,
                Map.of("a", "b"),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                time);
    }

    private static TrackingToken follow(JdbcEventStorageEngine engine, TrackingToken from, List<String> seen) {
        var token = new TrackingToken[] {from};
        engine.readEvents(from, false).forEach(event -> {
            seen.add(((DomainEventMessage<?>) event).getAggregateIdentifier());
            token[0] = event.trackingToken();
        });
        return token[0];
    }
}

package io.cairn.eventstore;

import static io.cairn.eventstore.Cast.ACME;
import static io.cairn.eventstore.Cast.GLOBEX;
import static io.cairn.eventstore.Cast.added;
import static io.cairn.eventstore.Cast.renamed;
import static io.cairn.eventstore.Cast.unit;
import static io.cairn.eventstore.testing.TestStore.ORIGIN;
import static io.cairn.eventstore.testing.TestStore.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.eventstore.testing.TestStore;
import io.cairn.language.StreamId;
import io.cairn.language.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CairnStorageEngineTest {
    private final TestDatabase database = TestDatabase.fresh("eventstore");
    private final TestStore store = new TestStore(database);
    private final EventStorageEngine engine = new CairnStorageEngine(store.appender(), store.reader(), store.source());
    private final StreamId shop = unit(ACME, "shop");
    private final CommandScope scope = new CommandScope(shop, ORIGIN);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_commands_events_are_appended_with_its_origin_and_told_to_its_scope() {
        append(scope, message(shop, 0, added()), message(shop, 1, renamed("Shop 2")));
        assertThat(store.reader().read(shop)).extracting(StoredEvent::origin).containsExactly(ORIGIN, ORIGIN);
        assertThat(scope.position()).hasValue(2);
        assertThat(scope.version()).hasValue(1);
        assertThat(scope.events()).containsExactly(added(), renamed("Shop 2"));
    }

    @Test
    void a_stream_is_read_as_its_tenant() {
        store.append(shop, 0, added(), renamed("Shop 2"));
        var read = scope.call(
                () -> engine.readEvents(shop.value().toString()).asStream().toList());
        assertThat(read).extracting(EventMessage::getPayload).isEqualTo(List.of(added(), renamed("Shop 2")));
        assertThat(read).extracting("sequenceNumber").containsExactly(0L, 1L);
        assertThat(scope.version()).hasValue(1);
        assertThat(scope.position()).isEmpty();
        assertThat(scope.<java.util.Optional<Long>, RuntimeException>call(
                        () -> engine.lastSequenceNumberFor(shop.value().toString())))
                .hasValue(1L);
    }

    @Test
    void an_empty_stream_is_at_version_minus_one() {
        var hasNext = scope.<Boolean, RuntimeException>call(
                () -> engine.readEvents(shop.value().toString()).hasNext());
        assertThat(hasNext).isFalse();
        assertThat(scope.version()).hasValue(-1);
    }

    @Test
    void a_second_first_event_is_a_creation_conflict() {
        store.append(shop, 0, added());
        assertThatThrownBy(() -> append(scope, message(shop, 0, added())))
                .isInstanceOf(AggregateStreamCreationException.class)
                .hasCauseInstanceOf(VersionConflict.class);
        assertThat(scope.events()).isEmpty();
    }

    @Test
    void a_lost_race_is_a_concurrency_conflict() {
        store.append(shop, 0, added(), renamed("first"));
        assertThatThrownBy(() -> append(scope, message(shop, 1, renamed("second"))))
                .isInstanceOf(ConcurrencyException.class)
                .hasCauseInstanceOf(VersionConflict.class);
    }

    @Test
    void without_a_command_there_is_no_tenant_and_nothing_is_read_or_appended() {
        assertThatThrownBy(() -> engine.readEvents(shop.value().toString())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.appendEvents(message(shop, 0, added())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_aggregate_cannot_reach_another_stream() {
        var theirs = unit(GLOBEX, "shop");
        store.append(theirs, 0, added());
        assertThatThrownBy(
                        () -> scope.call(() -> engine.readEvents(theirs.value().toString())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> append(scope, message(theirs, 1, renamed("mine now"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.source().head()).isEqualTo(1);
    }

    @Test
    void everything_can_be_followed_from_any_position() {
        store.append(shop, 0, renamed(3));
        store.append(unit(GLOBEX, "shop"), 0, renamed(3));
        assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(6);
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(4), false))
                .extracting(message -> Objects.requireNonNull(message.trackingToken())
                        .position()
                        .orElse(0))
                .containsExactly(5L, 6L);
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
    }

    @Test
    void a_token_at_a_time_lies_before_its_first_event() {
        for (var hour = 10; hour < 15; hour++)
            store.another(Clock.fixed(Instant.parse("2026-12-01T" + hour + ":00:00Z"), ZoneOffset.UTC))
                    .append(events(shop, hour - 10, renamed("at " + hour)));
        assertThat(engine.createTokenAt(Instant.parse("2026-12-01T12:00:00Z")))
                .isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(engine.createTokenAt(Instant.parse("2026-12-01T09:00:00Z"))).isEqualTo(engine.createTailToken());
        assertThat(engine.createTokenAt(Instant.parse("2026-12-01T19:00:00Z"))).isEqualTo(engine.createHeadToken());
    }

    private void append(CommandScope scope, EventMessage<?>... messages) {
        scope.<Boolean, RuntimeException>call(() -> {
            engine.appendEvents(messages);
            return true;
        });
    }

    private static EventMessage<?> message(StreamId stream, long version, Event event) {
        return new GenericDomainEventMessage<>("unit", stream.value().toString(), version, event);
    }
}

package io.cairn.eventstore.projection;

import static io.cairn.eventstore.projection.Stage.SEEN;
import static io.cairn.eventstore.projection.Stage.renamed;
import static io.cairn.eventstore.projection.Stage.seen;
import static io.cairn.eventstore.projection.Stage.status;
import static io.cairn.eventstore.projection.Stage.tenant;
import static io.cairn.eventstore.projection.Stage.unit;
import static io.cairn.eventstore.projection.Stage.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.Transactions;
import io.cairn.language.StreamId;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final Stage stage = new Stage();
    private final AtomicBoolean mended = new AtomicBoolean();
    private final StreamId bad = unit(tenant(1), "bad");
    private final StreamId good = unit(tenant(1), "good");

    @AfterEach
    void stop() {
        stage.close();
    }

    /** Cannot take a unit renamed to "poison", as long as it is not mended. */
    private class Squeamish extends SeenView {
        @Override
        public void apply(StoredEvent event, Rows rows) {
            if (poison(event)) throw new IllegalStateException("not that");
            super.apply(event, rows);
        }
    }

    private boolean poison(StoredEvent event) {
        return event.event() instanceof UnitRenamed it && it.name().equals("poison") && !mended.get();
    }

    @Test
    void a_poison_event_parks_its_stream_within_a_second_and_delays_no_other() {
        stage.store.append(bad, 0, renamed("a"));
        var node = stage.node(new Squeamish());
        seen(node, 1);
        for (var i = 0; i < 4; i++) seen(node, stage.store.append(unit(tenant(2), "before-" + i), 0, renamed(500)));
        var started = System.nanoTime();
        stage.store.append(bad, 1, renamed("poison"), renamed("b"));
        var last = stage.store.append(good, 0, renamed(500));
        seen(node, last);
        var took = Duration.ofNanos(System.nanoTime() - started);
        System.out.println("poison event: all others were seen after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(stage.positions())
                .isEqualTo(LongStream.rangeClosed(1, last)
                        .filter(position -> position != 2_002 && position != 2_003)
                        .boxed()
                        .toList());
        assertThat(node.deadLetters(SEEN, 0, 10))
                .extracting(DeadLetter::position, DeadLetter::error, DeadLetter::attempts, DeadLetter::name)
                .containsExactly(
                        tuple(2_002L, "IllegalStateException: not that", 1, "UnitRenamed"),
                        tuple(2_003L, null, 0, "UnitRenamed"));
        assertThat(status(node).failure()).isNull();
        until("letters are counted", () -> status(node).deadLetters() == 2);
        assertThat(stage.meters.get("cairn.projection.dead.letters").gauge().value())
                .isEqualTo(2);
    }

    @Test
    void what_follows_in_the_stream_waits_also_on_another_node() {
        stage.store.append(bad, 0, renamed("poison"));
        var first = stage.node(new Squeamish());
        seen(first, 1);
        first.close();
        var second = stage.node(new Squeamish());
        stage.store.append(bad, 1, renamed("b"));
        seen(second, stage.store.append(good, 0, renamed("c")));
        assertThat(stage.positions()).containsExactly(3L);
        assertThat(second.deadLetters(SEEN, 1, 10))
                .extracting(DeadLetter::position)
                .containsExactly(2L);
    }

    @Test
    void a_value_the_database_refuses_is_the_events_fault_and_its_values_are_not_told() {
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                if (poison(event))
                    rows.execute(
                            "insert into sample.seen (name, position) values (?, ?)", "a secret", event.position());
                else super.apply(event, rows);
            }
        };
        stage.store.append(good, 0, renamed(30));
        stage.store.append(bad, 0, renamed("poison"));
        stage.store.append(good, 30, renamed(30));
        var node = stage.node(view);
        seen(node, 61);
        assertThat(stage.positions()).hasSize(60).doesNotContain(31L);
        assertThat(node.deadLetters(SEEN, 0, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.position()).isEqualTo(31);
            assertThat(letter.error())
                    .startsWith("23502: null value in column \"tenant_id\"")
                    .doesNotContain("a secret");
        });
    }

    @Test
    void an_event_that_cannot_be_read_is_set_aside() {
        stage.store.append(good, 0, renamed(3));
        stage.sql().execute("""
                        with h as (update eventstore.head set position = position + 1 returning position)
                        insert into eventstore.event select h.position, tenant_id, stream_type, gen_random_uuid(), 0,
                            gen_random_uuid(), 'UnitTeleported', 1, '{}', metadata, recorded_at
                        from eventstore.event, h where event.position = 1
                        """);
        stage.store.append(good, 3, renamed(3));
        var node = stage.node(new SeenView());
        seen(node, 7);
        assertThat(stage.positions()).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
        assertThat(node.deadLetters(SEEN, 0, 10))
                .extracting(DeadLetter::position, DeadLetter::name)
                .containsExactly(tuple(4L, "UnitTeleported"));
        assertThat(node.replay(SEEN, node.deadLetters(SEEN, 0, 1).getFirst().stream())
                        .taken())
                .isZero();
    }

    @Test
    void a_replay_takes_a_streams_letters_in_order_and_the_stream_goes_on() {
        stage.store.append(bad, 0, renamed("poison"), renamed("b"), renamed("c"));
        var node = stage.node(new Squeamish());
        seen(node, 3);
        assertThat(stage.positions()).isEmpty();
        mended.set(true);
        assertThat(node.replay(SEEN, bad.value())).isEqualTo(new Replay(3, null));
        assertThat(node.deadLetters(SEEN, 0, 10)).isEmpty();
        seen(node, stage.store.append(bad, 3, renamed("d")));
        assertThat(stage.positions()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(stage.sql().queryForObject("select name from sample.last_name", String.class))
                .isEqualTo("d");
        assertThat(node.replay(SEEN, bad.value())).isEqualTo(new Replay(0, null));
    }

    @Test
    void a_replay_stops_where_it_fails_again() {
        stage.store.append(bad, 0, renamed("poison"), renamed("b"));
        var node = stage.node(new Squeamish());
        seen(node, 2);
        var replay = node.replay(SEEN, bad.value());
        assertThat(replay.taken()).isZero();
        assertThat(replay.stuckAt()).isNotNull().satisfies(letter -> {
            assertThat(letter.position()).isEqualTo(1);
            assertThat(letter.attempts()).isEqualTo(2);
        });
        assertThat(node.deadLetters(SEEN, 0, 10)).hasSize(2);
    }

    @Test
    void a_replay_while_the_stream_is_written_leaves_no_event_out_and_takes_none_before_its_time() throws Exception {
        stage.store.append(bad, 0, renamed("poison"));
        var node = stage.node(new Squeamish());
        seen(node, 1);
        var writer = Thread.ofVirtual().start(() -> {
            for (var i = 1; i < 400; i++) stage.store.append(bad, i, renamed("name " + i));
        });
        mended.set(true);
        until(
                "a replay finds the last letter",
                () -> node.replay(SEEN, bad.value()).taken() > 0);
        writer.join();
        seen(node, 400);
        node.replay(SEEN, bad.value());
        assertThat(node.deadLetters(SEEN, 0, 10)).isEmpty();
        assertThat(stage.positions())
                .isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(stage.sql().queryForObject("select name from sample.last_name", String.class))
                .isEqualTo("name 399");
    }

    @Test
    void a_policy_sets_aside_what_it_cannot_do_and_does_it_when_told() {
        var done = new CopyOnWriteArrayList<Long>();
        var policy = new Policy() {
            @Override
            public String name() {
                return "policy";
            }

            @Override
            public void when(StoredEvent event) {
                if (poison(event)) throw new IllegalArgumentException("no such command");
                done.add(event.position());
            }
        };
        stage.store.append(good, 0, renamed(2));
        stage.store.append(bad, 0, renamed("poison"), renamed("b"));
        stage.store.append(good, 2, renamed(2));
        var node = stage.node(policy);
        assertThat(node.await(List.of("policy"), 6, Stage.SOON)).isTrue();
        assertThat(done).containsExactly(1L, 2L, 5L, 6L);
        mended.set(true);
        assertThat(node.replay("policy", bad.value()).taken()).isEqualTo(2);
        assertThat(done).containsExactly(1L, 2L, 5L, 6L, 3L, 4L);
    }

    @Test
    void a_replay_that_cannot_get_at_the_database_says_so_and_changes_nothing() {
        stage.store.append(bad, 0, renamed("poison"));
        var node = stage.node(new Squeamish());
        seen(node, 1);
        mended.set(true);
        stage.sql().execute("revoke delete on sample.dead_letter from projector");
        assertThatThrownBy(() -> node.replay(SEEN, bad.value())).rootCause().hasMessageContaining("permission denied");
        assertThat(node.deadLetters(SEEN, 0, 10)).hasSize(1);
        assertThat(stage.positions()).isEmpty();
    }

    @Test
    void tenants_do_not_see_each_others_letters() {
        stage.store.append(bad, 0, renamed("poison"));
        seen(stage.node(new Squeamish()), 1);
        for (var number : new int[] {1, 2})
            assertThat(Transactions.<Integer>run(stage.database.app(), connection -> letters(connection, number)))
                    .isEqualTo(number == 1 ? 1 : 0);
    }

    private static int letters(Connection connection, int tenant) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + tenant(tenant) + "', true)");
            try (var row = statement.executeQuery("select count(*) from sample.dead_letter")) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}

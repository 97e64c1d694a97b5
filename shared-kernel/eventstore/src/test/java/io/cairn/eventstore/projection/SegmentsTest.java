package io.cairn.eventstore.projection;

import static io.cairn.eventstore.projection.Stage.SEEN;
import static io.cairn.eventstore.projection.Stage.renamed;
import static io.cairn.eventstore.projection.Stage.seen;
import static io.cairn.eventstore.projection.Stage.soon;
import static io.cairn.eventstore.projection.Stage.status;
import static io.cairn.eventstore.projection.Stage.tenant;
import static io.cairn.eventstore.projection.Stage.unit;
import static io.cairn.eventstore.projection.Stage.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.Slots;
import io.cairn.eventstore.projection.ProjectionStatus.SegmentStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class SegmentsTest {
    private static final String KILL_ONE = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename = 'projector' and datname = current_database() order by random() limit 1
            """;
    private static final String STEAL = """
            update sample.projection set owner = gen_random_uuid(), epoch = epoch + 1
            where ctid = (select ctid from sample.projection order by random() limit 1)
            """;

    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void a_node_that_comes_gets_its_share_and_one_that_goes_leaves_it_to_the_others() {
        var here = stage.node(new SeenView());
        seen(here, stage.fill(40, 10, "a"));
        assertThat(status(here).segments()).hasSize(1);

        var there = stage.node(new SeenView());
        until("both own a half", () -> owned(here, 2) && owners(here) == 2);
        var last = stage.fill(40, 10, "b");
        seen(here, last);
        seen(there, last);

        there.close();
        until("one owns it all", () -> owned(here, 1));
        seen(here, stage.fill(40, 10, "c"));
        assertThat(stage.positions()).isEqualTo(upTo(1_200));
        assertThat(soon(here.rebuild(SEEN)).different()).isZero();
    }

    @Test
    void segments_of_a_node_that_is_gone_without_a_word_are_taken_over() {
        stage.fill(40, 10, "a");
        stage.sql()
                .update(
                        "insert into sample.projection (name, first_slot, last_slot, position, owner, updated_at) values "
                                + "('seen-v1', 0, 127, 0, gen_random_uuid(), now()), ('seen-v1', 128, 255, 0, gen_random_uuid(), now())");
        var node = stage.node(new SeenView());
        seen(node, 400);
        assertThat(stage.positions()).isEqualTo(upTo(400));
        until("the halves are one again", () -> owned(node, 1));
    }

    @Test
    void what_a_crash_of_the_server_took_back_comes_again_though_nothing_else_happens() {
        var node = stage.node(new SeenView());
        seen(node, stage.fill(10, 10, "a"));
        // a view is committed without waiting for the disk: its last rows and how far it was are gone together
        stage.sql().update("delete from sample.seen where position > 60");
        stage.sql().update("update sample.projection set position = 60 where name = 'seen-v1'");
        until("it is all there again", () -> stage.positions().equals(upTo(100)));
    }

    @Test
    void one_process_may_have_several_and_events_of_a_stream_stay_in_order() {
        var node = stage.node(new SeenView(), 3);
        until("there are four", () -> owned(node, 4));
        var last = 0L;
        for (var version = 0; version < 20; version++)
            for (var i = 0; i < 20; i++)
                last = stage.store.append(unit(tenant(i), "a"), version, renamed("v" + version));
        seen(node, last);
        assertThat(stage.positions()).isEqualTo(upTo(400));
        assertThat(stage.sql().queryForList("select name from sample.last_name", String.class))
                .hasSize(20)
                .containsOnly("v19");
    }

    @Test
    void a_view_that_needs_the_order_of_streams_only_is_spread_over_one_tenants_streams() {
        var node = stage.node(
                new SeenView() {
                    @Override
                    public Slots.By order() {
                        return Slots.By.STREAM;
                    }
                },
                2);
        var last = 0L;
        for (var i = 0; i < 20; i++) last = stage.store.append(unit(tenant(1), "u" + i), 0, renamed(20));
        seen(node, last);
        assertThat(stage.positions()).isEqualTo(upTo(400));
    }

    @Test
    void who_waits_for_a_view_of_another_node_waits_on_when_a_connection_breaks() {
        node();
        var last = stage.store.append(unit(tenant(1), "a"), 0, renamed(3));
        var breaks = new AtomicInteger(3);
        var breaking = new DelegatingDataSource(stage.database.projector()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (breaks.getAndDecrement() > 0) throw new SQLTransientConnectionException("broken");
                return super.getConnection();
            }
        };
        var other = new PostgresProjections(
                breaking,
                stage.store.source(),
                new AppendSignal(),
                Clock.systemUTC(),
                stage.meters,
                List.of(new ViewRegistration("sample", new SeenView())),
                List.of());
        seen(other, last);
        assertThat(breaks).hasNonPositiveValue();
    }

    @Test
    void killed_sessions_stolen_tokens_and_nodes_that_come_and_go_leave_each_event_applied_once() {
        var random = new Random(7);
        var rounds = Boolean.getBoolean("cairn.long") ? 1_000 : 25;
        var nodes = new ArrayList<Projections>();
        for (var i = 0; i < 3; i++) nodes.add(node());
        var last = 0L;
        var kills = 0;
        var steals = 0;
        var changes = 0;
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < 8; i++)
                last = stage.store.append(unit(tenant(random.nextInt(30)), "r" + round + "-" + i), 0, renamed(25));
            switch (random.nextInt(4)) {
                case 0 -> kills += stage.sql().queryForList(KILL_ONE).size();
                case 1 -> steals += stage.sql().update(STEAL);
                case 2 -> {
                    nodes.remove(random.nextInt(nodes.size())).close();
                    nodes.add(node());
                    changes++;
                }
                default -> seen(nodes.getFirst(), last);
            }
        }
        for (var node : nodes) seen(node, last);
        assertThat(stage.positions()).isEqualTo(upTo(last));
        assertThat(nodes.getFirst().deadLetters(SEEN, 0, 1)).isEmpty();
        until("all segments are owned", () -> owned(nodes.getFirst(), 4));
        assertThat(soon(nodes.getFirst().rebuild(SEEN)).different()).isZero();
        System.out.println("exactly once: " + last + " events, " + kills + " sessions killed, " + steals
                + " tokens stolen, " + changes + " nodes replaced, no event twice or left out");
    }

    /** As a process of its own: it hears of nothing but through the database. */
    private Projections node() {
        return stage.node(new SeenView(), stage.store.source(), new AppendSignal(), 1);
    }

    private static boolean owned(Projections node, int segments) {
        var all = status(node).segments();
        return all.size() == segments && all.stream().noneMatch(it -> it.owner() == null);
    }

    private static long owners(Projections node) {
        return status(node).segments().stream()
                .map(SegmentStatus::owner)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .distinct()
                .count();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}

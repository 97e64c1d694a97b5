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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildTest {
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void an_honest_view_has_no_row_that_is_different() {
        var node = stage.node(new SeenView(), 2);
        seen(node, stage.fill(20, 70, "a"));
        var rows = stage.rows();
        var rebuild = soon(node.rebuild(SEEN));
        assertThat(rebuild.failure()).isNull();
        assertThat(rebuild.different()).isZero();
        assertThat(rebuild.position()).isEqualTo(1_400);
        assertThat(stage.rows()).isEqualTo(rows).hasSize(1_420);
        seen(node, stage.store.append(unit(tenant(3), "b"), 0, renamed(3)));
        assertThat(stage.rows()).hasSize(1_424);
    }

    @Test
    void spoilt_missing_and_surplus_rows_are_put_right_and_counted() {
        var node = stage.node(new SeenView());
        seen(node, stage.fill(10, 50, "a"));
        var rows = stage.rows();
        stage.sql()
                .update("update sample.last_name set name = 'spoilt' where version = 49 and stream_id in "
                        + "(select stream_id from sample.last_name order by 1 limit 3)");
        stage.sql().update("delete from sample.seen where position = 7");
        stage.sql()
                .update(
                        "insert into sample.seen select tenant_id, 1000000, name, recorded_at, 'surplus' from sample.seen"
                                + " where position = 8");
        assertThat(soon(node.rebuild(SEEN)).different()).isEqualTo(5);
        assertThat(stage.rows()).isEqualTo(rows);
        until("the status tells", () -> status(node).rebuild() != null);
        assertThat(soon(node.rebuild(SEEN)).different()).isZero();
    }

    @Test
    void a_view_that_lags_behind_is_brought_to_the_end() {
        var stuck = new AtomicBoolean(true);
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                if (stuck.get() && !Thread.currentThread().getName().equals("rebuilds"))
                    throw new UncheckedIOException(new IOException("busy"));
                super.apply(event, rows);
            }
        };
        var last = stage.fill(3, 100, "a");
        var node = stage.node(view);
        until("the view stands still", () -> status(node).failure() != null);
        assertThat(soon(node.rebuild(SEEN)).different()).isEqualTo(303);
        seen(node, last);
        stuck.set(false);
        seen(node, stage.store.append(unit(tenant(1), "b"), 0, renamed("x")));
        assertThat(stage.positions()).hasSize(301);
    }

    @Test
    void what_was_set_aside_is_taken_up_when_the_view_was_mended_and_set_aside_again_when_not() {
        var mended = new AtomicBoolean();
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                if (!mended.get()
                        && event.event() instanceof UnitRenamed it
                        && it.name().equals("poison")) throw new IllegalStateException("not that");
                super.apply(event, rows);
            }
        };
        stage.store.append(unit(tenant(1), "a"), 0, renamed("poison"), renamed("b"));
        var last = stage.store.append(unit(tenant(1), "b"), 0, renamed(3));
        var node = stage.node(view);
        seen(node, last);
        assertThat(soon(node.rebuild(SEEN)).different()).isZero();
        assertThat(node.deadLetters(SEEN, 0, 10))
                .extracting(DeadLetter::position)
                .containsExactly(1L, 2L);
        seen(node, stage.store.append(unit(tenant(1), "a"), 2, renamed("c")));
        assertThat(stage.positions()).containsExactly(3L, 4L, 5L);
        mended.set(true);
        assertThat(soon(node.rebuild(SEEN)).different()).isEqualTo(4);
        assertThat(node.deadLetters(SEEN, 0, 10)).isEmpty();
        seen(node, stage.store.append(unit(tenant(1), "a"), 3, renamed("d")));
        assertThat(stage.positions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void a_rebuild_whose_connection_is_lost_begins_again() {
        var killed = new CountDownLatch(1);
        var view = new SeenView() {
            @Override
            public void apply(StoredEvent event, Rows rows) {
                super.apply(event, rows);
                if (event.position() != 2_500
                        || !Thread.currentThread().getName().equals("rebuilds")) return;
                if (killed.getCount() > 0)
                    rows.execute("do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$");
                killed.countDown();
            }
        };
        var node = stage.node(view);
        seen(node, stage.fill(30, 100, "a"));
        var rebuild = soon(node.rebuild(SEEN));
        assertThat(killed.getCount()).isZero();
        assertThat(rebuild.different()).isZero();
        assertThat(stage.rows()).hasSize(3_030);
    }

    @Test
    void any_node_does_it_and_the_one_that_was_asked_hears_of_it() {
        var here = stage.node(new SeenView());
        var there = stage.node(new SeenView());
        var last = stage.fill(30, 100, "a");
        seen(here, last);
        var first = here.rebuild(SEEN);
        var second = there.rebuild(SEEN);
        assertThat(soon(first).different()).isZero();
        assertThat(soon(second).different()).isZero();
        last = stage.fill(30, 10, "b");
        seen(here, last);
        seen(there, last);
        assertThat(stage.positions()).hasSize(3_300);
    }

    @Test
    void a_rebuild_that_cannot_be_done_says_why_and_leaves_the_view_alone() {
        var view = new SeenView() {
            @Override
            public List<String> tables() {
                return List.of("sample.seen", "sample.last_name", "sample.forgotten");
            }
        };
        var node = stage.node(view);
        seen(node, stage.fill(2, 10, "a"));
        assertThat(soon(node.rebuild(SEEN)).failure()).contains("sample.forgotten");
        assertThat(stage.rows()).hasSize(22);
        seen(node, stage.fill(2, 10, "b"));
    }

    @Test
    void only_views_that_name_their_tables_are_rebuilt() {
        var node = stage.node(new SeenView() {
            @Override
            public List<String> tables() {
                return List.of();
            }
        });
        assertThatThrownBy(() -> node.rebuild(SEEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.rebuild("unseen")).isInstanceOf(IllegalArgumentException.class);
    }
}

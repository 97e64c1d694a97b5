package io.cairn.eventstore.projection;

import static io.cairn.eventstore.projection.Stage.renamed;
import static io.cairn.eventstore.projection.Stage.tenant;
import static io.cairn.eventstore.projection.Stage.unit;
import static io.cairn.eventstore.projection.Stage.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Slots;
import io.cairn.eventstore.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How loops hear of events without looking for them, and how often they are read. */
class WakeUpTest {
    private static final String SESSIONS = "usename = 'projector' and datname = current_database()";

    private final Stage stage = new Stage();
    private final Pulse here = new Pulse();
    private final Pulse there = new Pulse();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        here.close();
        there.close();
        for (var thread : threads) thread.join();
        stage.close();
    }

    @Test
    void another_process_hears_what_is_appended_here() {
        var voice = new Voice(stage.database.projector(), here, () -> true);
        run(voice);
        run(new Ear(stage.database.projector(), there));
        listening();
        for (var position = 1; position <= 10_000; position++) voice.appended(position);
        until("the last position is heard", () -> there.head() == 10_000);
    }

    @Test
    void it_is_heard_again_after_the_connections_were_lost() {
        var voice = new Voice(stage.database.projector(), here, () -> true);
        run(voice);
        run(new Ear(stage.database.projector(), there));
        listening();
        stage.sql().queryForList("select pg_terminate_backend(pid, 5000) from pg_stat_activity where " + SESSIONS);
        var position = new AtomicInteger();
        until("a later position is heard", () -> {
            voice.appended(position.incrementAndGet());
            return there.head() > 0;
        });
    }

    @Test
    void who_is_alone_tells_nobody() {
        var asked = new CountDownLatch(2);
        var voice = new Voice(stage.database.projector(), here, () -> {
            asked.countDown();
            return false;
        });
        run(voice);
        for (var position = 1; asked.getCount() > 0; position++) voice.appended(position);
        assertThat(stage.sql().queryForObject("select count(*) from pg_stat_activity where " + SESSIONS, Long.class))
                .isZero();
    }

    @Test
    void events_at_the_end_are_read_once_for_all_loops_and_by_their_slots() {
        var last = stage.fill(20, 10, "a");
        var reads = new AtomicInteger();
        var recent = new RecentEvents(counting(reads), () -> last);
        var lower = new Slots(Slots.By.TENANT, 0, 127);
        var upper = new Slots(Slots.By.TENANT, 128, 255);
        for (var loop = 0; loop < 3; loop++) {
            var found = new ArrayList<Long>();
            recent.between(50, last, lower).forEach(event -> found.add(event.position()));
            recent.between(50, last, upper).forEach(event -> found.add(event.position()));
            assertThat(found).hasSize(150).doesNotHaveDuplicates();
        }
        assertThat(reads).hasValue(1);
        assertThat(recent.between(0, 60, Slots.all(Slots.By.TENANT))).hasSize(60);
        assertThat(reads).hasValue(2);
        assertThat(recent.between(190, last, lower)).allMatch(event -> lower.contains(event.stream()));
        assertThat(reads).hasValue(2);
    }

    @Test
    void who_is_far_behind_reads_by_himself_and_disturbs_nobody() {
        for (var i = 0; i < 3; i++) stage.store.append(unit(tenant(i), "a"), 0, renamed(1_000));
        var reads = new AtomicInteger();
        var recent = new RecentEvents(counting(reads), () -> 3_000);
        recent.between(2_900, 3_000, Slots.all(Slots.By.TENANT));
        assertThat(recent.between(0, 500, Slots.all(Slots.By.TENANT)))
                .extracting(StoredEvent::position)
                .startsWith(1L)
                .hasSize(500);
        assertThat(reads).hasValue(2);
        recent.between(2_950, 3_000, Slots.all(Slots.By.TENANT));
        assertThat(reads).hasValue(2);
    }

    private EventSource counting(AtomicInteger reads) {
        var source = stage.store.source();
        return new EventSource() {
            @Override
            public List<StoredEvent> after(long position, int limit) {
                return source.after(position, limit);
            }

            @Override
            public List<StoredEvent> between(long position, long last, Slots slots) {
                reads.incrementAndGet();
                return source.between(position, last, slots);
            }

            @Override
            public long head() {
                return source.head();
            }
        };
    }

    private void run(Runnable work) {
        threads.add(Thread.ofPlatform().start(work));
    }

    private void listening() {
        until(
                "somebody listens",
                () -> stage.sql()
                                .queryForList(
                                        "select 1 from pg_stat_activity where query like 'listen%' and " + SESSIONS)
                                .size()
                        == 1);
    }
}

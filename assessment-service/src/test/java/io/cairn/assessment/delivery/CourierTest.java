package io.cairn.assessment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.testing.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CourierTest {
    private static final TenantId SLOW = new TenantId(new UUID(0, 1));
    private static final TenantId QUICK = new TenantId(new UUID(0, 2));
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final TestDatabase postgres = TestDatabase.fresh("eventstore", "platform", "assessment");
    private final TenantDatabase database = new TenantDatabase(postgres.app());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final Counted carrier = new Counted();

    @AfterEach
    void drop() {
        carrier.open.countDown();
        postgres.close();
    }

    /** Delivers all that waits in a lane, of which it keeps count in memory; of the slow tenant not before it is let. */
    private static final class Counted implements Carrier {
        final Set<Lane> waiting = ConcurrentHashMap.newKeySet();
        final Queue<Lane> delivered = new ConcurrentLinkedQueue<>();
        final CountDownLatch open = new CountDownLatch(1);
        final CountDownLatch twenty = new CountDownLatch(20);
        volatile @Nullable Runnable meanwhile;

        @Override
        public String channel() {
            return "test";
        }

        @Override
        public void carry(Lane lane) {
            if (lane.tenant().equals(SLOW)) await();
            if (waiting.remove(lane)) {
                delivered.add(lane);
                twenty.countDown();
            }
            var work = meanwhile;
            meanwhile = null;
            if (work != null) work.run();
        }

        private void await() {
            try {
                if (!open.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("nobody let it");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Waiting> waiting(JdbcClient jdbc, Lane lane) {
            return waiting.contains(lane) ? Optional.of(new Waiting(Instant.EPOCH, Instant.EPOCH)) : Optional.empty();
        }
    }

    @Test
    void what_is_due_is_delivered_and_its_lane_is_gone() {
        put(QUICK, "a");
        put(QUICK, "b");
        courier().round();
        assertThat(carrier.delivered).hasSize(2);
        assertThat(lanes()).isZero();
    }

    @Test
    void what_is_not_due_yet_waits() {
        var lane = new Lane(QUICK, "test", "a");
        carrier.waiting.add(lane);
        say(lane, clock.instant().plusSeconds(60));
        courier().round();
        assertThat(carrier.delivered).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        courier().round();
        assertThat(carrier.delivered).hasSize(1);
    }

    @Test
    void a_lane_is_one_nodes_at_a_time_and_anothers_when_that_one_is_gone() {
        put(QUICK, "a");
        var one = new Lanes(database);
        var other = new Lanes(database);
        assertThat(take(one)).hasSize(1);
        assertThat(take(other)).isEmpty();
        clock.advance(Courier.HOLD);
        assertThat(take(other)).hasSize(1);
        assertThat(one.leave(new Lane(QUICK, "test", "a"), carrier, clock.instant()))
                .as("who lost it changes nothing")
                .isFalse();
        assertThat(take(one)).isEmpty();
    }

    @Test
    void a_slow_target_delays_no_other_tenant() throws InterruptedException {
        for (var i = 0; i < 100; i++) put(SLOW, "slow-" + i);
        for (var i = 0; i < 20; i++) put(QUICK, "quick-" + i);
        var courier = courier();
        courier.start();
        assertThat(carrier.twenty.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(carrier.delivered).hasSize(20).allMatch(lane -> lane.tenant().equals(QUICK));
        carrier.open.countDown();
        courier.stop();
    }

    @Test
    void a_tenant_has_its_share_of_lanes_at_a_time_and_no_more() {
        for (var i = 0; i < 100; i++) put(SLOW, "slow-" + i);
        put(QUICK, "quick");
        var lanes = new Lanes(database);
        var taken = lanes.take(List.of("test"), clock.instant(), Courier.HOLD, 64, 8);
        assertThat(taken.stream().filter(it -> it.tenant().equals(SLOW))).hasSize(8);
        assertThat(taken.stream().filter(it -> it.tenant().equals(QUICK))).hasSize(1);
        assertThat(lanes.take(List.of("test"), clock.instant(), Courier.HOLD, 64, 8))
                .isEmpty();
    }

    @Test
    void what_begins_to_wait_while_its_lane_is_being_left_is_not_forgotten() {
        var lane = put(QUICK, "a");
        carrier.meanwhile = () -> put(QUICK, "a");
        courier().round();
        assertThat(carrier.delivered).containsExactly(lane, lane);
        assertThat(lanes()).isZero();
    }

    @Test
    void how_long_the_oldest_has_waited_is_measured() {
        put(QUICK, "a");
        var meters = new SimpleMeterRegistry();
        var courier = new Courier(new Lanes(database), List.of(carrier), clock, meters, false);
        clock.advance(Duration.ofMinutes(7));
        var oldest =
                meters.get("cairn.deliveries.oldest").tag("channel", "test").gauge();
        assertThat(oldest.value()).isEqualTo(420);
        courier.round();
        assertThat(oldest.value()).isZero();
    }

    private Courier courier() {
        return new Courier(new Lanes(database), List.of(carrier), clock, new SimpleMeterRegistry(), true);
    }

    private List<Lane> take(Lanes lanes) {
        return lanes.take(List.of("test"), clock.instant(), Courier.HOLD, 10, 8);
    }

    private Lane put(TenantId tenant, String address) {
        var lane = new Lane(tenant, "test", address);
        carrier.waiting.add(lane);
        say(lane, clock.instant());
        return lane;
    }

    private void say(Lane lane, Instant due) {
        database.write(lane.tenant(), jdbc -> {
            lane.waits(jdbc, due, clock.instant());
            return true;
        });
    }

    private int lanes() {
        return database.read(
                NOBODY,
                jdbc -> jdbc.sql("select count(*) from assessment.lane")
                        .query(Integer.class)
                        .single());
    }
}

package io.cairn.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is refused is so at once: nobody's patience ends before the test's. */
@Timeout(30)
class RoomTest {
    private final AtomicLong now = new AtomicLong();
    private final Room room = new Room("writes", 2, 5, Duration.ofMinutes(1), now::get);

    /** Counted among those that wait, and in the queue: the next one comes behind it. */
    private static FutureTask<Boolean> queued(Room room, Callable<Boolean> call) {
        var before = room.waiting();
        var task = new FutureTask<>(call);
        var thread = Thread.ofVirtual().start(task);
        while (room.waiting() == before || thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        return task;
    }

    private static List<FutureTask<Boolean>> queued(Room room, int many) {
        var all = new ArrayList<FutureTask<Boolean>>();
        for (var i = 0; i < many; i++) all.add(queued(room, room::enter));
        return all;
    }

    @Test
    void who_finds_no_place_waits_in_turn_and_who_finds_the_queue_full_is_refused_at_once() throws Exception {
        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isTrue();
        var queue = queued(room, 5);
        assertThat(room.enter()).isFalse();
        assertThat(room.refused()).isOne();
        assertThat(room.underWay()).isEqualTo(2);
        for (var next : queue) {
            room.leave();
            assertThat(next.get()).isTrue();
        }
        room.leave();
        room.leave();
        assertThat(room.underWay()).isZero();
        assertThat(room.waiting()).isZero();
    }

    @Test
    void a_queue_that_stands_is_cut_to_what_is_done_in_a_bearable_time() throws Exception {
        var busy = new Room("writes", 2, 50, Duration.ofMinutes(1), now::get);
        assertThat(busy.enter()).isTrue();
        assertThat(busy.enter()).isTrue();
        var queue = new ArrayDeque<>(queued(busy, 20));
        for (var i = 0; i < 10; i++) { // ten in a second, which are two in 200 ms
            busy.leave();
            assertThat(queue.remove().get()).isTrue();
        }
        now.addAndGet(Room.BURST.toNanos());
        assertThat(busy.enter()).isFalse();
        assertThat(busy.waiting()).isEqualTo(10);
        for (var i = 0; i < 9; i++) {
            busy.leave();
            assertThat(queue.remove().get()).isTrue();
        }
        queue.add(queued(busy, 1).getFirst()); // one waited: there is time for two
        assertThat(busy.enter()).isFalse();
        for (var i = 0; i < 2; i++) {
            busy.leave();
            assertThat(queue.remove().get()).isTrue();
        }
        now.addAndGet(Room.BURST.toNanos() - 1); // nobody waited, but for less than a second
        assertThat(queued(busy, 2)).hasSize(2);
        assertThat(busy.enter()).isFalse();
    }

    @Test
    void after_a_second_in_which_nobody_waited_there_is_room_for_a_burst_again() throws Exception {
        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isTrue();
        var queue = queued(room, 3);
        now.addAndGet(Room.BURST.toNanos());
        assertThat(room.enter()).isFalse();
        for (var next : queue) {
            room.leave();
            assertThat(next.get()).isTrue();
        }
        now.addAndGet(Room.BURST.toNanos());
        assertThat(queued(room, 5)).hasSize(5);
        assertThat(room.enter()).isFalse();
    }

    @Test
    void who_waits_longer_than_it_may_is_refused() {
        var impatient = new Room("reads", 1, 5, Duration.ofMillis(1), System::nanoTime);
        assertThat(impatient.enter()).isTrue();
        assertThat(impatient.enter()).isFalse();
        assertThat(impatient.waiting()).isZero();
    }

    @Test
    void who_was_in_before_comes_back_however_long_the_queue_is() throws Exception {
        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isTrue();
        var queue = queued(room, 5);
        var back = queued(room, room::back);
        for (var next : queue) {
            room.leave();
            assertThat(next.get()).isTrue();
        }
        room.leave();
        assertThat(back.get()).isTrue();
    }
}

package io.cairn.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final AtomicLong now = new AtomicLong();
    private final Room room = new Room("writes", 2, 5, Duration.ofMinutes(1), now::get);

    private static FutureTask<Boolean> apart(Callable<Boolean> call) {
        var task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    private FutureTask<Boolean> queued() {
        var before = room.waiting();
        var task = apart(room::enter);
        while (room.waiting() == before) Thread.onSpinWait();
        return task;
    }

    private List<FutureTask<Boolean>> queued(int many) {
        var all = new ArrayList<FutureTask<Boolean>>();
        for (var i = 0; i < many; i++) all.add(queued());
        return all;
    }

    @Test
    void who_finds_no_place_waits_in_turn_and_who_finds_the_queue_full_is_refused_at_once() throws Exception {
        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isTrue();
        var queue = queued(5);
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
    void a_queue_that_stands_is_cut_to_the_number_of_places() throws Exception {
        assertThat(room.enter()).isTrue();
        assertThat(room.enter()).isTrue();
        var queue = queued(3);
        now.addAndGet(Room.BURST.toNanos());
        assertThat(room.enter()).isFalse();
        room.leave();
        room.leave();
        for (var first : queue.subList(0, 2)) assertThat(first.get()).isTrue();
        queue.add(queued()); // one waits: there are two places
        assertThat(room.enter()).isFalse();
        room.leave();
        room.leave();
        for (var next : queue) assertThat(next.get()).isTrue();
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
        var queue = queued(5);
        var back = apart(room::back);
        while (room.waiting() < 6) Thread.onSpinWait();
        for (var next : queue) {
            room.leave();
            assertThat(next.get()).isTrue();
        }
        room.leave();
        assertThat(back.get()).isTrue();
    }
}

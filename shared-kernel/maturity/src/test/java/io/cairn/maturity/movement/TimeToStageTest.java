package io.cairn.maturity.movement;

import static io.cairn.maturity.movement.SpellTest.yearly;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.maturity.movement.TimeToStage.Waiting;
import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeToStageTest {
    private static final Window ALWAYS = new Window(null, 1000);

    @Test
    void on_the_clock_of_all_who_comes_later_enters_later() {
        var waiting = new TimeToStage(3, null, ALWAYS)
                .of(List.of(
                        yearly(null, 1, 2, 3, 3),
                        yearly(null, 0, 2, 2, 4),
                        yearly(null, 1, 1, 1, 2),
                        yearly(30., 2, 2),
                        yearly(null, 3, 1, 3)));
        assertThat(waiting)
                .isEqualTo(new Waiting(
                        List.of(
                                new Span(0, 2, Ending.ADVANCE),
                                new Span(1, 3, Ending.ADVANCE),
                                new Span(0, 3, null),
                                new Span(0, 1.5, Ending.LEAVE)),
                        1,
                        1,
                        0));
    }

    @Test
    void on_its_own_clock_each_starts_when_it_comes_to_the_stage() {
        var waiting = new TimeToStage(3, 2, ALWAYS)
                .of(List.of(
                        yearly(null, 1, 2, 1, 3), yearly(null, 2, 2, 3), yearly(null, 3, 2, 3), yearly(null, 1, 3)));
        assertThat(waiting)
                .as("one falls back and still gets there; one was found half-way, one had been there, one skipped it")
                .isEqualTo(new Waiting(List.of(new Span(0, 2, Ending.ADVANCE)), 0, 1, 1));
    }

    @Test
    void whose_own_clock_started_before_the_window_enters_late() {
        var waiting = new TimeToStage(2, 1, new Window(24, 1000)).of(List.of(yearly(null, 1, 1, 2)));
        assertThat(waiting.spans()).containsExactly(new Span(1, 2, Ending.ADVANCE));
        assertThat(waiting.late()).isEqualTo(1);
    }
}

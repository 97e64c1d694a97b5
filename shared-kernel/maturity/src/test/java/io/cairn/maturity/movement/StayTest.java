package io.cairn.maturity.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.maturity.survival.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class StayTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Window ALWAYS = new Window(null, 1000);

    private static Seen seen(int month, int stage) {
        return new Seen(month, stage);
    }

    @Test
    void a_stay_ends_between_the_last_time_it_was_seen_and_the_first_time_another_stage_was() {
        var journey = new Journey("a", List.of(seen(0, 1), seen(12, 1), seen(36, 2), seen(60, 3)), null);
        assertThat(Stay.of(journey, ALWAYS))
                .containsExactly(new Stay(1, new Interval(0, 1, 3)), new Stay(2, new Interval(0, 0, 2)));
    }

    @Test
    void one_that_goes_on_lasted_to_its_last_sighting_and_one_that_left_no_longer_than_to_its_last_day() {
        var goesOn = new Journey("a", List.of(seen(0, 1), seen(24, 1)), null);
        assertThat(Stay.of(goesOn, ALWAYS)).containsExactly(new Stay(1, new Interval(0, 2, NEVER)));
        var left = new Journey("a", List.of(seen(0, 1), seen(24, 1)), 30.0);
        assertThat(Stay.of(left, ALWAYS)).containsExactly(new Stay(1, new Interval(0, 2, 2.5)));
        var onTheDay = new Journey("a", List.of(seen(0, 1), seen(24, 1)), 24.0);
        assertThat(Stay.of(onTheDay, ALWAYS)).containsExactly(new Stay(1, Interval.exactly(0, 2)));
    }

    @Test
    void one_that_began_before_the_window_is_known_since_its_last_sighting_before_it() {
        var journey = new Journey("a", List.of(seen(0, 1), seen(12, 1), seen(24, 1), seen(36, 2)), null);
        assertThat(Stay.of(journey, new Window(18, 48))).containsExactly(new Stay(1, new Interval(1, 2, 3)));
        assertThat(Stay.of(journey, new Window(30, 48))).containsExactly(new Stay(1, new Interval(2, 2, 3)));
    }

    @Test
    void what_is_seen_after_the_window_is_not_known_to_it() {
        var journey = new Journey("a", List.of(seen(0, 1), seen(12, 1), seen(36, 2)), null);
        assertThat(Stay.of(journey, new Window(null, 24))).containsExactly(new Stay(1, new Interval(0, 1, NEVER)));
    }

    @Test
    void the_goal_is_reached_after_the_last_sighting_below_it() {
        var journeys = List.of(
                new Journey("a", List.of(seen(0, 1), seen(12, 1), seen(36, 2)), null),
                new Journey("b", List.of(seen(12, 1), seen(24, 1)), 30.0),
                new Journey("c", List.of(seen(24, 2)), null));
        assertThat(new TimeToStage(2, null, ALWAYS).intervals(journeys))
                .as("one clock from month 0; who came later enters when first seen, who left was never seen there")
                .containsExactly(new Interval(0, 1, 3), new Interval(1, 2, NEVER));
        assertThat(new TimeToStage(2, 1, ALWAYS).intervals(journeys))
                .as("each with its own clock")
                .containsExactly(new Interval(0, 1, 3), new Interval(0, 1, NEVER));
    }
}

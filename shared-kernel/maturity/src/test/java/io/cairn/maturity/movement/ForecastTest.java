package io.cairn.maturity.movement;

import static io.cairn.maturity.movement.SpellTest.yearly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.maturity.movement.Forecast.Told;
import io.cairn.maturity.movement.Forecast.Untold;
import io.cairn.maturity.movement.Forecast.Why;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final List<Integer> STAGES = List.of(1, 2, 3);
    private static final Window ALWAYS = new Window(null, 1000);

    /** Twelve that advance once in four years, eight that stay. */
    private static List<Journey> twenty() {
        var journeys = new ArrayList<Journey>();
        for (var i = 0; i < 12; i++) journeys.add(yearly(null, 1, 1, 2, 2));
        for (var i = 0; i < 8; i++) journeys.add(yearly(null, 1, 1, 1, 1));
        return journeys;
    }

    @Test
    void with_one_way_to_go_the_chance_to_stay_is_exponential() {
        var told = (Told) Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(48, 1)), List.of(60, 72));
        // 12 changes in 12·2 + 8·3 years
        var rate = 12 / 48.;
        for (var years = 1; years <= 2; years++) {
            var chances = told.points().get(years - 1).chances();
            assertThat(chances.get(0).share()).isEqualTo(Math.exp(-rate * years), within(1e-12));
            assertThat(chances.get(1).share()).isEqualTo(1 - Math.exp(-rate * years), within(1e-12));
            assertThat(chances.get(0).low()).isBetween(0.0, chances.get(0).share());
            assertThat(chances.get(0).high()).isBetween(chances.get(0).share(), 1.0);
            assertThat(chances.get(2).share()).isZero();
            assertThat(chances.get(3).share()).as("left").isZero();
        }
    }

    @Test
    void the_expected_shares_of_several_units_are_the_means_of_theirs() {
        var months = List.of(60);
        var one = (Told) Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(48, 1)), months);
        var other = (Told) Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(36, 1)), months);
        var both = (Told) Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(48, 1), new Seen(36, 1)), months);
        assertThat(first(both)).isEqualTo((first(one) + first(other)) / 2, within(1e-12));
    }

    @Test
    void the_same_data_give_the_same_intervals() {
        assertThat(Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(48, 1)), List.of(60)))
                .isEqualTo(Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(48, 1)), List.of(60)));
    }

    @Test
    void the_interval_is_about_as_wide_as_the_rate_s_error_makes_it() {
        var chance = ((Told) Forecast.of(STAGES, twenty(), ALWAYS, List.of(new Seen(48, 1)), List.of(60)))
                .points()
                .getFirst()
                .chances()
                .getFirst();
        // the delta method, with the variance of a ratio over units: Σ (N_u − λ·T_u)² / T²
        var lambda = 12 / 48.;
        var variance = (12 * Math.pow(1 - lambda * 2, 2) + 8 * Math.pow(lambda * 3, 2)) / (48. * 48);
        var error = Math.exp(-lambda) * Math.sqrt(variance);
        assertThat(chance.high() - chance.low()).isEqualTo(2 * 1.96 * error, within(0.25 * 2 * 1.96 * error));
    }

    @Test
    void where_the_data_do_not_tell_it_is_said() {
        var journeys = twenty();
        var start = List.of(new Seen(48, 1));
        assertThat(Forecast.of(STAGES, journeys, ALWAYS, List.of(), List.of(60)))
                .isEqualTo(new Untold(Why.NOBODY, null));
        assertThat(Forecast.of(STAGES, journeys.subList(3, 20), ALWAYS, start, List.of(60)))
                .as("nine changes")
                .isEqualTo(new Untold(Why.TOO_FEW_MOVES, null));
        assertThat(Forecast.of(STAGES, journeys, ALWAYS, start, List.of(60, 85)))
                .as("three years of data, three years and a month ahead")
                .isEqualTo(new Untold(Why.TOO_FAR, null));
        journeys.add(yearly(null, 1, 2, 2, 3));
        journeys.add(yearly(null, 1, 2, 3, 3));
        assertThat(Forecast.of(STAGES, journeys, ALWAYS, start, List.of(60)))
                .as("only one was at the third stage for a time")
                .isEqualTo(new Untold(Why.TOO_FEW_UNITS, 3));
    }

    private static double first(Told told) {
        return told.points().getFirst().chances().getFirst().share();
    }
}

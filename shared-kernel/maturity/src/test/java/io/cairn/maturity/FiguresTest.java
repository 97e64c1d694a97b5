package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No decision hangs on the noise of doubles. */
class FiguresTest {

    @Test
    void what_sums_to_a_bound_on_paper_meets_it() {
        assertThat(0.1 + 0.7 >= 0.8).as("by itself it would not").isFalse();
        assertThat(Figures.atLeast(0.1 + 0.7, 0.8)).isTrue();
    }

    @Test
    void what_misses_a_bound_by_more_than_noise_misses_it() {
        assertThat(Figures.atLeast(0.5 - 2e-9, 0.5)).isFalse();
        assertThat(Figures.atLeast(0.5 - 0.5e-9, 0.5)).isTrue();
    }

    @Test
    void noise_is_not_shown() {
        assertThat(Figures.shown(0.1 + 0.2)).isEqualTo(0.3);
        assertThat(Figures.shown(2 / 3.0)).isEqualTo(0.666666667);
        assertThat(Figures.shown(-1e-12)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 7, 10, 13, 49})
    void any_number_of_equal_answers_at_the_threshold_passes(int questions) {
        var model = model().stages(1);
        var all = new Question[questions];
        for (var i = 0; i < questions; i++) all[i] = percent("q" + i, 1, 0.1);
        var profile = Answers.to(model.dimension("d", all)).all(80).profile();
        assertThat(profile.overall().stage().ordinal()).isEqualTo(1);
        assertThat(profile.overall().score()).isEqualTo(0.8);
        assertThat(profile.overall().coverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 / 3.0, 0.1, 0.7, 3, 1e-6, 1e6})
    void weights_of_any_size_make_a_third_a_third(double weight) {
        var model = model().thresholds(0.0, 1 / 3.0, 2 / 3.0)
                .minimumCoverage(1)
                .dimension("d", percent("a", null, weight), percent("b", null, weight), percent("c", null, weight));
        var one = Answers.to(model)
                .say("a", 100)
                .say("b", 0)
                .say("c", 0)
                .profile()
                .overall();
        assertThat(one.stage().ordinal()).isEqualTo(2);
        assertThat(one.stage().fraction()).isZero();
        assertThat(Answers.to(model)
                        .say("a", 100)
                        .say("b", 0)
                        .say("c", 100)
                        .profile()
                        .overall()
                        .stage()
                        .ordinal())
                .isEqualTo(3);
    }
}

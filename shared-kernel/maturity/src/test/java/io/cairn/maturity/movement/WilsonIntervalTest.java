package io.cairn.maturity.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998),
     *  857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void it_agrees_with_published_intervals(long successes, long trials, double low, double high) {
        var interval = WilsonInterval.of(successes, trials);
        assertThat(interval.low()).isEqualTo(low, within(0.00005));
        assertThat(interval.high()).isEqualTo(high, within(0.00005));
    }

    @Test
    void it_ends_exactly_where_proportions_do() {
        assertThat(WilsonInterval.of(0, 7).low()).isZero();
        assertThat(WilsonInterval.of(7, 7).high()).isEqualTo(1);
    }

    @Test
    void without_a_trial_there_is_no_proportion() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(0, 0));
    }

    @Test
    void there_are_no_more_successes_than_trials_and_no_fewer_than_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(-1, 3));
    }

    @Property
    void it_holds_the_proportion_and_mirrors(
            @ForAll @IntRange(min = 1, max = 500) int n, @ForAll @IntRange(max = 500) int x) {
        var successes = Math.min(x, n);
        var interval = WilsonInterval.of(successes, n);
        var mirrored = WilsonInterval.of(n - successes, n);
        assertThat((double) successes / n).isBetween(interval.low(), interval.high());
        assertThat(interval.low()).isBetween(0.0, 1.0).isEqualTo(1 - mirrored.high(), within(1e-12));
        assertThat(interval.high()).isBetween(0.0, 1.0);
    }
}

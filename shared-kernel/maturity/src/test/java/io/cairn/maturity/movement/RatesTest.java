package io.cairn.maturity.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    /** K. Ulm, A simple method to calculate the confidence interval of a standardized mortality ratio, American Journal
     *  of Epidemiology 131 (1990), 373–375, and Garwood's own table (1936). */
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.0253, 5.572", "5, 1.623, 11.668", "10, 4.795, 18.390", "50, 37.111, 65.919"})
    void intervals_of_a_count_are_those_published(long events, double low, double high) {
        var interval = PoissonInterval.of(events);
        assertThat(interval.low()).isEqualTo(low, within(0.0006));
        assertThat(interval.high()).isEqualTo(high, within(0.0006));
    }

    /** Relapses under 6-MP: 9 in 359 weeks, 0.025 a week (D. R. Cox, D. Oakes, Analysis of Survival Data, 1984). */
    @Test
    void a_rate_is_events_over_time_at_risk() {
        int[] weeks = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
        var rate = Rate.of(1, 2, 9, Arrays.stream(weeks).sum());
        assertThat(rate.years()).isEqualTo(359);
        assertThat(rate.rate()).isEqualTo(0.0251, within(0.00005));
        assertThat(rate.low()).isLessThan(rate.rate());
    }

    /** J. R. Norris, Markov Chains, 1997, example 2.1.3: {@code p₁₁(t) = 3/8 + ¼e^{−2t} + 3/8·e^{−4t}}. */
    @ParameterizedTest
    @CsvSource({"0", "0.1", "0.5", "1", "2.5", "20"})
    void the_exponential_of_a_published_generator_is_its_published_solution(double t) {
        var generator = new Generator(new double[][] {{-2, 1, 1}, {1, -1, 0}, {2, 1, -3}});
        assertThat(generator.after(t)[0][0])
                .isEqualTo(3 / 8. + Math.exp(-2 * t) / 4 + 3 / 8. * Math.exp(-4 * t), within(1e-12));
    }

    @Property(tries = 100)
    void chances_of_a_row_add_up_to_one_and_one_time_after_another_is_both_together(
            @ForAll("generators") Generator generator,
            @ForAll @DoubleRange(max = 10) double s,
            @ForAll @DoubleRange(max = 10) double t) {
        var first = generator.after(s);
        var second = generator.after(t);
        var both = generator.after(s + t);
        for (var i = 0; i < both.length; i++) {
            assertThat(Arrays.stream(both[i]).sum()).isEqualTo(1, within(1e-10));
            assertThat(Arrays.stream(both[i]).min().orElseThrow()).isGreaterThan(-1e-12);
            for (var j = 0; j < both.length; j++) {
                var product = 0.0;
                for (var k = 0; k < both.length; k++) product += first[i][k] * second[k][j];
                assertThat(both[i][j]).isEqualTo(product, within(1e-10));
            }
        }
    }

    @Property(tries = 100)
    void the_exponential_is_the_sum_of_its_series(@ForAll("generators") Generator generator) {
        var exponential = generator.after(1);
        var sum = new double[4][4];
        var term = new double[4][4];
        for (var i = 0; i < 4; i++) term[i][i] = 1;
        for (var n = 1; n < 120; n++) {
            var next = new double[4][4];
            for (var i = 0; i < 4; i++)
                for (var j = 0; j < 4; j++) {
                    sum[i][j] += term[i][j];
                    for (var k = 0; k < 4; k++)
                        next[i][j] += term[i][k] * generator.rates()[k][j] / n;
                }
            term = next;
        }
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++) assertThat(exponential[i][j]).isEqualTo(sum[i][j], within(1e-9));
    }

    @Provide
    Arbitrary<Generator> generators() {
        return Arbitraries.doubles().between(0, 1).list().ofSize(16).map(RatesTest::generator);
    }

    private static Generator generator(List<Double> cells) {
        var rates = new double[4][4];
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++)
                if (i != j) {
                    rates[i][j] = cells.get(4 * i + j);
                    rates[i][i] -= rates[i][j];
                }
        return new Generator(rates);
    }
}

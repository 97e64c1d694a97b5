package io.cairn.maturity.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against what R prints for its own data sets; type 7 is its default. */
class QuartilesTest {
    @Test
    void miles_per_gallon_of_mtcars() {
        var mpg = values(
                21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7,
                32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4);
        assertQuartiles(Quartiles.of(mpg), 15.425, 19.2, 22.8);
    }

    @Test
    void speeds_of_cars() {
        var speed = values(
                4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16,
                16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25);
        assertQuartiles(Quartiles.of(speed), 12, 15, 19);
    }

    @Test
    void one_to_ten_is_where_the_types_differ() {
        // R: quantile(1:10, type = 7) gives 3.25 5.50 7.75; type 6 would give 2.75 and 8.25
        assertQuartiles(
                Quartiles.of(
                        IntStream.rangeClosed(1, 10).mapToObj(it -> (double) it).toList()),
                3.25,
                5.5,
                7.75);
    }

    @Test
    void six_values_lie_between_two_each() {
        // Wikipedia, Quartile, second ordered data set; by R
        assertQuartiles(Quartiles.of(values(7, 15, 36, 39, 40, 41)), 20.25, 37.5, 39.75);
    }

    @Test
    void the_order_does_not_matter_and_one_value_is_all_of_them() {
        assertThat(Quartiles.of(values(3, 1, 2))).isEqualTo(Quartiles.of(values(1, 2, 3)));
        assertQuartiles(Quartiles.of(values(0.4)), 0.4, 0.4, 0.4);
    }

    @Test
    void of_nothing_there_are_none() {
        assertThatThrownBy(() -> Quartiles.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void they_are_shown_in_hundredths() {
        assertQuartiles(new Quartiles(0.12345, 0.5, 0.6789).rounded(), 0.12, 0.5, 0.68);
    }

    private static List<Double> values(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static void assertQuartiles(Quartiles actual, double lower, double median, double upper) {
        assertThat(actual.lower()).isEqualTo(lower, offset(1e-12));
        assertThat(actual.median()).isEqualTo(median, offset(1e-12));
        assertThat(actual.upper()).isEqualTo(upper, offset(1e-12));
    }
}

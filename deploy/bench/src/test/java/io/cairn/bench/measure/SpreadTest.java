package io.cairn.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void of_an_odd_number_of_figures_the_middle_one_is_the_median() {
        assertThat(Spread.of(List.of(5.0, 1.0, 3.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 5, 2));
    }

    @Test
    void of_an_even_number_it_lies_between_the_two_in_the_middle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4, 1.5));
    }

    @Test
    void a_single_figure_has_no_spread() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7, 0));
    }

    @Test
    void one_outlier_moves_neither_median_nor_iqr() {
        var calm = Spread.of(List.of(10.0, 11.0, 12.0, 13.0, 14.0));
        var disturbed = Spread.of(List.of(10.0, 11.0, 12.0, 13.0, 1_000.0));
        assertThat(disturbed.median()).isEqualTo(calm.median());
        assertThat(disturbed.iqr()).isEqualTo(calm.iqr());
        assertThat(disturbed.max()).isEqualTo(1_000);
    }

    @Test
    void nothing_and_nonsense_have_no_median() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of(1.0, Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of(1.0, Double.POSITIVE_INFINITY)));
    }
}

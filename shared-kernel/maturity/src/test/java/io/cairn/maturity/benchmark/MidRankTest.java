package io.cairn.maturity.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MidRankTest {
    private static final double[] ELEVEN = {1, 2, 2, 3, 5, 5, 5, 6, 7, 8, 9};

    @Test
    void those_below_count_whole_and_ties_half_and_oneself_not_at_all() {
        assertThat(MidRank.percentile(5, ELEVEN)).isEqualTo(100 * (4 + 2 / 2.0) / 10);
        assertThat(MidRank.percentile(2, ELEVEN)).isEqualTo(100 * (1 + 1 / 2.0) / 10);
    }

    @Test
    void the_lowest_has_nobody_below_and_the_highest_everybody() {
        assertThat(MidRank.percentile(1, ELEVEN)).isZero();
        assertThat(MidRank.percentile(9, ELEVEN)).isEqualTo(100);
    }

    @Test
    void whoever_is_as_all_others_stands_in_the_middle() {
        assertThat(MidRank.percentile(4, new double[] {4, 4, 4, 4})).isEqualTo(50);
    }

    @Test
    void alone_nobody_has_a_rank() {
        assertThatThrownBy(() -> MidRank.percentile(1, new double[] {1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MidRank.percentile(4, ELEVEN)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.cairn.maturity.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.maturity.benchmark.StageBand.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageBandTest {
    private static final Range FIVE = new Range(1, 5);

    @Test
    void a_stage_of_enough_companies_stands_alone() {
        assertThat(bands(6, 6, 6, 6, 6))
                .containsExactly(band(1, 1, 6), band(2, 2, 6), band(3, 3, 6), band(4, 4, 6), band(5, 5, 6));
    }

    @Test
    void a_stage_of_few_is_told_together_with_the_next_ones() {
        assertThat(bands(2, 4, 7, 0, 6)).containsExactly(band(1, 2, 6), band(3, 3, 7), band(4, 5, 6));
    }

    @Test
    void the_few_at_the_top_are_told_with_the_stage_below() {
        assertThat(bands(6, 8, 0, 1, 0)).containsExactly(band(1, 1, 6), band(2, 5, 9));
    }

    @Test
    void bands_do_not_tell_the_lowest_and_the_highest_stage_there_is() {
        assertThat(bands(0, 6, 6, 0, 0)).containsExactly(band(1, 2, 6), band(3, 5, 6));
    }

    @Test
    void where_all_are_in_one_band_nothing_is_told() {
        assertThat(bands(0, 30, 0, 0, 0)).isEmpty();
        assertThat(bands(3, 3, 3, 2, 0)).isEmpty();
    }

    @Test
    void those_without_a_stage_are_a_band_or_nothing_is_told() {
        var stages = stages(6, 6, 0, 0, 0);
        for (var i = 0; i < 5; i++) stages.add(null);
        assertThat(StageBand.of(stages, FIVE, 6)).isEmpty();
        stages.add(null);
        assertThat(StageBand.of(stages, FIVE, 6))
                .containsExactly(band(1, 1, 6), band(2, 5, 6), new StageBand(null, null, 6));
    }

    private static List<StageBand> bands(int... counts) {
        return StageBand.of(stages(counts), FIVE, 6);
    }

    private static List<@Nullable Integer> stages(int... counts) {
        var stages = new ArrayList<@Nullable Integer>();
        for (var i = 0; i < counts.length; i++) {
            var stage = new Integer[counts[i]];
            Arrays.fill(stage, i + 1);
            stages.addAll(Arrays.asList(stage));
        }
        return stages;
    }

    private static StageBand band(int from, int to, int companies) {
        return new StageBand(from, to, companies);
    }
}

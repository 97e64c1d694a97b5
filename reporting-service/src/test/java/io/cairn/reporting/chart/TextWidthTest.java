package io.cairn.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void a_text_that_fits_stays_and_one_that_does_not_is_cut_to_fit() {
        assertThat(TextWidth.cut("Brand", 9, false, 200)).isEqualTo("Brand");
        var cut = TextWidth.cut("A brand with a very long name indeed", 9, false, 80);
        assertThat(cut).endsWith("…").startsWith("A brand");
        assertThat(TextWidth.of(cut, 9, false)).isLessThanOrEqualTo(80);
    }

    @Test
    void accents_add_no_width_and_ideographs_are_square() {
        assertThat(TextWidth.of("é", 10, false)).isEqualTo(TextWidth.of("e", 10, false));
        assertThat(TextWidth.of("漢", 10, false)).isGreaterThan(TextWidth.of("e", 10, false));
    }

    @Test
    void words_go_on_as_many_lines_as_there_are_and_the_last_is_cut() {
        assertThat(TextWidth.lines("one two three four five six seven", 9, false, 50, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
        assertThat(TextWidth.lines("one", 9, false, 50, 2)).containsExactly("one");
    }
}

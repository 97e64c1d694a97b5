package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.AnswerValue;
import io.cairn.language.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleReadingTest {
    private static final AnswerValue TRUE = AnswerValue.of(true);
    private static final AnswerValue FALSE = AnswerValue.of(false);

    @Nested
    class A_yes_or_no_scale {
        private final Scale scale = new Scale.Truth();

        @ParameterizedTest
        @ValueSource(strings = {"yes", "YES", " Yes ", "true", "TRUE", "ja", "Oui", "1", "\u00a0yes"})
        void reads_yes_in_three_languages_and_as_files_write_it(String text) {
            assertThat(scale.accept(AnswerValue.of(text))).isEqualTo(TRUE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"no", "No", "false", "nee", "NON", "0"})
        void reads_no_likewise(String text) {
            assertThat(scale.accept(AnswerValue.of(text))).isEqualTo(FALSE);
        }

        @Test
        void keeps_a_truth() {
            assertThat(scale.accept(TRUE)).isEqualTo(TRUE);
            assertThat(scale.value(TRUE)).isEqualTo(1);
            assertThat(scale.value(FALSE)).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"maybe", "y e s", "10", "yes!", "2"})
        void refuses_other_words_and_says_what_it_takes(String text) {
            refused(scale, AnswerValue.of(text), "this question takes yes or no, not \"" + text + "\"");
        }

        @Test
        void refuses_a_number() {
            refused(scale, AnswerValue.of(1), "this question takes yes or no, not 1");
        }
    }

    @Nested
    class A_choice {
        private final Scale scale = choice(
                option("all", "Yes, for all  campaigns", "Oui, toutes", 30),
                option("half", "For about half", "Environ la moitié", 12),
                option("none", "No", "Non", 0));

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "all",
                    "ALL",
                    "yes, for all campaigns",
                    "  Yes,\tfor all\n campaigns ",
                    "Yes,for all campaigns",
                    "Yes, for all\u00a0campaigns",
                    "OUI, TOUTES"
                })
        void is_read_by_key_or_by_label_in_any_language_whatever_its_case_and_white_space(String text) {
            assertThat(scale.accept(AnswerValue.of(text))).isEqualTo(AnswerValue.of("all"));
        }

        @Test
        void knows_an_accent_however_it_is_encoded() {
            assertThat(scale.accept(AnswerValue.of("environ la moitie\u0301"))).isEqualTo(AnswerValue.of("half"));
        }

        @Test
        void is_worth_the_points_of_the_option_over_the_most_there_are() {
            assertThat(scale.value(AnswerValue.of("all"))).isEqualTo(1);
            assertThat(scale.value(AnswerValue.of("half"))).isEqualTo(0.4);
            assertThat(scale.value(AnswerValue.of("none"))).isZero();
        }

        @Test
        void refuses_an_unknown_option_and_names_those_there_are() {
            refused(
                    scale,
                    AnswerValue.of("most"),
                    "\"most\" is not one of the options: \"Yes, for all  campaigns\", \"For about half\", \"No\"");
        }

        @Test
        void names_a_dozen_options_and_counts_the_rest() {
            var many = choice(IntStream.rangeClosed(1, 14)
                    .mapToObj(i -> option("o" + i, "Option " + i, "Choix " + i, i))
                    .toArray(Scale.Choice.Option[]::new));
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> many.accept(AnswerValue.of("other")))
                    .withMessageEndingWith("\"Option 12\" and 2 more");
        }

        @Test
        void counts_no_rest_where_there_is_none() {
            var dozen = choice(IntStream.rangeClosed(1, 12)
                    .mapToObj(i -> option("o" + i, "Option " + i, "Choix " + i, i))
                    .toArray(Scale.Choice.Option[]::new));
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> dozen.accept(AnswerValue.of("other")))
                    .withMessageEndingWith("\"Option 12\"");
        }

        @Test
        void refuses_a_number_and_a_truth() {
            refusedAnyhow(scale, AnswerValue.of(1));
            refusedAnyhow(scale, TRUE);
            refusedAnyhow(choice(option("a", "1", "true", 1)), AnswerValue.of(1));
            refusedAnyhow(choice(option("a", "1", "true", 1)), TRUE);
        }

        @Test
        void takes_a_number_or_a_truth_that_spells_a_key() {
            var numbered = choice(option("10", "Ten", "Dix", 1), option("0.5", "Half", "Demi", 2));
            assertThat(numbered.accept(AnswerValue.of(10))).isEqualTo(AnswerValue.of("10"));
            assertThat(numbered.accept(AnswerValue.of(0.50))).isEqualTo(AnswerValue.of("0.5"));
            assertThat(choice(option("true", "So it is", "Vrai", 1)).accept(TRUE))
                    .isEqualTo(AnswerValue.of("true"));
        }

        @Test
        void prefers_a_key_to_the_label_of_another_option() {
            var crossed = choice(option("a", "b", "c", 1), option("b", "a", "d", 2));
            assertThat(crossed.accept(AnswerValue.of("b"))).isEqualTo(AnswerValue.of("b"));
            assertThat(crossed.accept(AnswerValue.of("B"))).isEqualTo(AnswerValue.of("b"));
        }

        @Test
        void prefers_the_spaces_as_written_to_none() {
            var spaced = choice(option("x", "no one", "a", 1), option("y", "noone", "b", 2));
            assertThat(spaced.accept(AnswerValue.of("No  one"))).isEqualTo(AnswerValue.of("x"));
            assertThat(spaced.accept(AnswerValue.of("NoOne"))).isEqualTo(AnswerValue.of("y"));
            refused(
                    spaced,
                    AnswerValue.of("noo ne"),
                    "\"noo ne\" could be several of the options; name one by its key: x, y");
        }

        @Test
        void without_any_points_is_worth_nothing() {
            assertThat(new Scale.Choice(List.of(option("a", "A", "A", 0)), 0).value(AnswerValue.of("a")))
                    .isZero();
        }
    }

    @Nested
    class A_likert_scale {
        private final Scale scale =
                new Scale.Likert(5, List.of(Text.en("Never"), Text.en("Rarely"), Text.en("Sometimes")));

        @Test
        void reads_a_level_as_number_text_or_label() {
            assertThat(scale.accept(AnswerValue.of(3))).isEqualTo(AnswerValue.of(3));
            assertThat(scale.accept(AnswerValue.of("3"))).isEqualTo(AnswerValue.of(3));
            assertThat(scale.accept(AnswerValue.of("3.0"))).isEqualTo(AnswerValue.of(3));
            assertThat(scale.accept(AnswerValue.of(" sometimes"))).isEqualTo(AnswerValue.of(3));
        }

        @Test
        void takes_a_number_for_a_level_even_where_a_label_is_that_number() {
            var reversed = new Scale.Likert(2, List.of(Text.en("2"), Text.en("1")));
            assertThat(reversed.accept(AnswerValue.of("1"))).isEqualTo(AnswerValue.of(1));
        }

        @Test
        void is_worth_0_at_the_first_level_and_1_at_the_last() {
            assertThat(scale.value(AnswerValue.of(1))).isZero();
            assertThat(scale.value(AnswerValue.of(2))).isEqualTo(0.25);
            assertThat(scale.value(AnswerValue.of(5))).isEqualTo(1);
            assertThat(new Scale.Likert(1, List.of()).value(AnswerValue.of(1))).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "6", "2.5", "-1", "often", "1e400", "٣"})
        void refuses_what_is_no_level(String text) {
            refused(
                    scale,
                    AnswerValue.of(text),
                    "this question takes a whole number from 1 to 5, not \"" + text + "\"");
        }

        @Test
        void refuses_a_truth() {
            refused(scale, TRUE, "this question takes a whole number from 1 to 5, not yes (true)");
        }
    }

    @Nested
    class A_numeric_scale {
        private final Scale index = numeric("0", "1", "0", 0, "1", 1);

        @Test
        void reads_numbers_as_files_write_them() {
            assertThat(index.accept(AnswerValue.of("0.6"))).isEqualTo(AnswerValue.of(0.6));
            assertThat(index.accept(AnswerValue.of(".6"))).isEqualTo(AnswerValue.of(0.6));
            assertThat(index.accept(AnswerValue.of(" 6E-1 "))).isEqualTo(AnswerValue.of(0.6));
            assertThat(index.accept(AnswerValue.of("+1."))).isEqualTo(AnswerValue.of(1));
            assertThat(index.accept(AnswerValue.of(0.6))).isEqualTo(AnswerValue.of(0.6));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "7",
                    "-0.1",
                    "1.0000000001",
                    "1e400",
                    "1e-400",
                    "1e999999999999",
                    "NaN",
                    "Infinity",
                    "0x1",
                    "0,6",
                    "1 0",
                    "six",
                    "0.5%",
                    "--1",
                    ".",
                    "1e",
                    "1_0",
                    "1f",
                    "१"
                })
        void refuses_what_is_no_number_or_out_of_range(String text) {
            refused(index, AnswerValue.of(text), "this question takes a number from 0 to 1, not \"" + text + "\"");
        }

        @Test
        void refuses_a_number_out_of_range_and_a_truth() {
            refused(index, AnswerValue.of(7), "this question takes a number from 0 to 1, not 7");
            refused(index, FALSE, "this question takes a number from 0 to 1, not no (false)");
        }

        @Test
        void quotes_a_long_text_in_part_only() {
            assertThatExceptionOfType(InvalidValue.class)
                    .isThrownBy(() -> index.accept(AnswerValue.of("x".repeat(300))))
                    .withMessageEndingWith("not \"" + "x".repeat(60) + "…\"");
        }

        @Test
        void keeps_the_ends_of_its_range() {
            assertThat(index.accept(AnswerValue.of("0"))).isEqualTo(AnswerValue.of(0));
            assertThat(index.accept(AnswerValue.of("1.000"))).isEqualTo(AnswerValue.of(1));
        }

        @Test
        void is_linear_between_two_points() {
            assertThat(index.value(AnswerValue.of(0.6))).isEqualTo(0.6);
        }

        @Test
        void may_fall_where_higher_is_worse() {
            var days = numeric("0", "30", "0", 1, "30", 0);
            assertThat(days.value(AnswerValue.of(0))).isEqualTo(1);
            assertThat(days.value(AnswerValue.of(15))).isEqualTo(0.5);
            assertThat(days.value(AnswerValue.of(30))).isZero();
        }

        @Test
        void is_read_off_piece_by_piece() {
            var spend = numeric("0", "100", "10", 0, "20", 0.5, "60", 1);
            assertThat(spend.value(AnswerValue.of(5)))
                    .as("level before the first point")
                    .isZero();
            assertThat(spend.value(AnswerValue.of(15))).isEqualTo(0.25);
            assertThat(spend.value(AnswerValue.of(20))).isEqualTo(0.5);
            assertThat(spend.value(AnswerValue.of(40))).isEqualTo(0.75, within(1e-15));
            assertThat(spend.value(AnswerValue.of(60))).isEqualTo(1);
            assertThat(spend.value(AnswerValue.of(99)))
                    .as("level after the last")
                    .isEqualTo(1);
        }
    }

    @Nested
    class A_percentage {
        private final Scale scale = new Scale.Percent();

        @ParameterizedTest
        @ValueSource(strings = {"60", "60%", "60 %", " 60.0 % ", "60\u00a0%"})
        void is_read_with_and_without_its_sign(String text) {
            assertThat(scale.accept(AnswerValue.of(text))).isEqualTo(AnswerValue.of(60));
        }

        @Test
        void is_worth_its_share() {
            assertThat(scale.value(scale.accept(AnswerValue.of(60)))).isEqualTo(0.6);
            assertThat(scale.value(scale.accept(AnswerValue.of("0.6")))).isEqualTo(0.006);
        }

        @ParameterizedTest
        @ValueSource(strings = {"101", "-1", "60 %%", "%", "sixty", "1e400"})
        void refuses_what_is_no_percentage(String text) {
            refused(
                    scale,
                    AnswerValue.of(text),
                    "this question takes a percentage from 0 to 100, not \"" + text + "\"");
        }
    }

    @Test
    void an_answer_on_another_kind_of_scale_has_no_value() {
        var half = AnswerValue.of(0.5);
        var option = AnswerValue.of("b");
        worthless(new Scale.Truth(), option, half);
        worthless(choice(option("a", "A", "A", 1)), TRUE, option, half);
        worthless(new Scale.Likert(5, List.of()), TRUE, option);
        worthless(numeric("0", "1", "0", 0, "1", 1), TRUE, option);
        worthless(new Scale.Percent(), TRUE, option);
    }

    private static void worthless(Scale scale, AnswerValue... values) {
        for (var value : values) assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> scale.value(value));
    }

    private static void refused(Scale scale, AnswerValue value, String message) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> scale.accept(value))
                .withMessage(message);
    }

    private static void refusedAnyhow(Scale scale, AnswerValue value) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> scale.accept(value));
    }

    private static Scale.Choice choice(Scale.Choice.Option... options) {
        var most = Arrays.stream(options)
                .mapToDouble(Scale.Choice.Option::points)
                .max()
                .orElseThrow();
        return new Scale.Choice(List.of(options), most);
    }

    private static Scale.Choice.Option option(String key, String english, String french, double points) {
        return new Scale.Choice.Option(key, new Text(Map.of("en", english, "fr", french)), points);
    }

    /** Pairs of x and value. */
    private static Scale numeric(String min, String max, Object... points) {
        var line = new ArrayList<Scale.Numeric.Point>();
        for (var i = 0; i < points.length; i += 2)
            line.add(new Scale.Numeric.Point(
                    new BigDecimal((String) points[i]), ((Number) points[i + 1]).doubleValue()));
        return new Scale.Numeric(new BigDecimal(min), new BigDecimal(max), line);
    }
}

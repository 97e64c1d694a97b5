package io.cairn.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"brand-a", "AT", "10a", "x_1.2"})
    void a_key_holds_letters_digits_dot_dash_and_underscore(String key) {
        assertThat(new UnitCode(key)).hasToString(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "a b", "a/b", "é", "a\u0000", "../x"})
    void anything_else_is_no_key(String key) {
        assertThatThrownBy(() -> new UnitCode(key)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void text_that_the_database_cannot_hold_is_refused() {
        assertThatThrownBy(() -> FreeText.of("a\u0000b")).hasMessageContaining("NUL");
        assertThatThrownBy(() -> FreeText.of("a\ud800b")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> FreeText.of("\udc00")).hasMessageContaining("surrogate");
        assertThat(FreeText.of("\ud83d\ude00")).isEqualTo(FreeText.of("😀"));
    }

    @Test
    void a_number_is_the_same_however_many_zeros_it_is_written_with() {
        assertThat(new AnswerValue.Quantity(new BigDecimal("0.60")))
                .isEqualTo(new AnswerValue.Quantity(new BigDecimal("0.6")));
        assertThat(new AnswerValue.Quantity(new BigDecimal("0E+3")))
                .isEqualTo(new AnswerValue.Quantity(BigDecimal.ZERO));
    }

    @Test
    void a_number_beyond_measure_is_refused_before_anyone_writes_it_out() {
        assertThatThrownBy(() -> new AnswerValue.Quantity(new BigDecimal("1e400")))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new AnswerValue.Quantity(new BigDecimal("1e-1000000000")))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void streams_of_the_same_name_differ_between_tenants_and_kinds() {
        var a = TenantId.of(new Slug("a"));
        var b = TenantId.of(new Slug("b"));
        var unit = new UnitCode("x");

        assertThat(StreamId.unit(a, unit)).isEqualTo(StreamId.unit(a, unit)).isNotEqualTo(StreamId.unit(b, unit));
        assertThat(StreamId.unit(a, unit).value())
                .isNotEqualTo(StreamId.model(a, new ModelKey("x")).value());
    }

    @Test
    void parts_of_a_name_are_told_apart() {
        assertThat(NameBased.uuid("ab", "c")).isNotEqualTo(NameBased.uuid("a", "bc"));
        assertThat(NameBased.uuid("a").version()).isEqualTo(5);
        assertThat(NameBased.uuid("a").variant()).isEqualTo(2);
    }

    @Test
    void certainty_is_between_one_and_five() {
        var response = new Response.Given(AnswerValue.of(true));

        assertThatThrownBy(() -> new Answer(response, null, java.util.List.of(), 6))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Evidence("javascript:alert(1)", null, null))
                .isInstanceOf(InvalidValue.class);
    }
}

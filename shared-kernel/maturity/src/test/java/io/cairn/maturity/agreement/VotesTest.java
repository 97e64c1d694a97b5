package io.cairn.maturity.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.Provenance;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.Text;
import io.cairn.maturity.agreement.Coefficient.Known;
import io.cairn.maturity.agreement.Coefficient.Undefined;
import io.cairn.maturity.agreement.Coefficient.Why;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VotesTest {
    private static final Scale TRUTH = new Scale.Truth();
    private static final Scale LIKERT = new Scale.Likert(5, List.of());
    private static final Scale PERCENT = new Scale.Percent();
    private static final Scale CHOICE =
            new Scale.Choice(List.of(option("none", 0), option("few", 1), option("some", 1), option("all", 4)), 4);
    /** Days until an offer goes out: fewer are better. */
    private static final Scale DAYS = new Scale.Numeric(
            BigDecimal.ZERO,
            BigDecimal.valueOf(30),
            List.of(new Scale.Numeric.Point(BigDecimal.ZERO, 1), new Scale.Numeric.Point(BigDecimal.valueOf(30), 0)));

    private static final Object SPARED = new Object();

    @Test
    void the_median_is_what_somebody_said() {
        assertThat(votes(LIKERT, 5, 1, 4).median()).contains(given(4));
        assertThat(votes(LIKERT, 1, 2, 4, 5).median()).as("the lower middle").contains(given(2));
        assertThat(votes(CHOICE, "all", "none", "all").median()).contains(new Response.Given(AnswerValue.of("all")));
        assertThat(votes(DAYS, 2, 10).median()).as("worth less").contains(given(10));
    }

    @Test
    void what_most_spare_is_proposed_to_be_spared() {
        assertThat(votes(LIKERT, 3, SPARED, SPARED).median().orElseThrow()).isInstanceOf(Response.NotApplicable.class);
        assertThat(votes(LIKERT, 3, SPARED).median()).contains(given(3));
        assertThat(votes(LIKERT).median()).isEmpty();
    }

    @Test
    void every_scale_has_its_own_chance() {
        assertThat(votes(LIKERT, 3, 4, 4, 4, 5).within()).isEqualTo(new Known(0.75));
        assertThat(votes(TRUTH, true, true, true, false).within()).isEqualTo(new Known(0));
        assertThat(votes(TRUTH, true, true).within()).isEqualTo(new Known(1));
        // worth 0, 1/4 and 1: three steps, σ²_EU = 8/12; s² of 0, 1, 1 is 1/3
        assertThat(votes(CHOICE, "none", "few", "some").within().value()).isCloseTo(0.5, within(1e-12));
        // s² of 40, 50, 60 is 100, σ²_EU = 10000/12
        assertThat(votes(PERCENT, 40, 50, 60).within().value()).isCloseTo(0.88, within(1e-12));
        // s² of 0, 15, 30 is 225, σ²_EU = 900/12
        assertThat(votes(DAYS, 0, 15, 30).within()).isEqualTo(new Known(0));
        assertThat(votes(DAYS, 9, 10, 11).within().value()).isCloseTo(1 - 1 / 75.0, within(1e-12));
    }

    @Test
    void to_spare_a_question_is_no_value() {
        var votes = votes(LIKERT, 3, SPARED);
        assertThat(votes.notApplicable()).isEqualTo(1);
        assertThat(votes.within()).isEqualTo(new Undefined(Why.NO_PAIRS));
    }

    @Test
    void questions_of_different_scales_are_compared_by_what_answers_are_worth() {
        var agreed = List.of(votes(LIKERT, 5, 5), votes(TRUTH, false, false), votes(PERCENT, 50, 50));
        assertThat(Votes.among(agreed)).isEqualTo(new Known(1));
        assertThat(Votes.among(List.of(votes(TRUTH, true, false), votes(LIKERT, 5, 1)))
                        .value())
                .isNegative();
        assertThat(Votes.among(List.of(votes(TRUTH, true, true), votes(LIKERT, 5, 5))))
                .isEqualTo(new Undefined(Why.NO_VARIATION));
    }

    private static Response given(int value) {
        return new Response.Given(AnswerValue.of(value));
    }

    static Votes votes(Scale scale, Object... values) {
        return Votes.of(
                question("q", scale),
                Arrays.stream(values).map(VotesTest::answer).toList());
    }

    static Answer answer(Object value) {
        if (value instanceof Boolean it) return Answer.of(AnswerValue.of((boolean) it));
        if (value instanceof String it) return Answer.of(AnswerValue.of(it));
        if (value instanceof Number it) return Answer.of(AnswerValue.of(it.doubleValue()));
        return Answer.notApplicable("not with us");
    }

    static Question question(String key, Scale scale) {
        return new Question(
                new QuestionKey(key), Text.en(key), null, scale, null, 1, null, false, true, Provenance.INFERRED);
    }

    private static Scale.Choice.Option option(String key, double points) {
        return new Scale.Choice.Option(key, Text.en(key), points);
    }
}

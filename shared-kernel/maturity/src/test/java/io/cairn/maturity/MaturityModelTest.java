package io.cairn.maturity;

import static io.cairn.maturity.ModelBuilder.model;
import static io.cairn.maturity.ModelBuilder.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cairn.language.QuestionKey;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MaturityModelTest {
    private static MaturityModel twoDimensions() {
        return model().dimension("a", percent("z", 1), percent("y", 2))
                .dimension("b", percent("x", 1))
                .build();
    }

    @Test
    void questions_stand_in_the_order_of_the_file() {
        assertThat(twoDimensions().questions().keySet())
                .extracting(QuestionKey::value)
                .containsExactly("z", "y", "x");
    }

    @Test
    void a_question_is_found_by_its_key_without_searching_again() {
        var model = twoDimensions();
        assertThat(model.question(new QuestionKey("x")))
                .contains(model.dimensions().get(1).questions().getFirst());
        assertThat(model.question(new QuestionKey("w"))).isEmpty();
        assertThat(model.questions()).isSameAs(model.questions());
    }

    @Test
    void models_that_say_the_same_are_equal() {
        assertThat(twoDimensions()).isEqualTo(twoDimensions()).hasSameHashCodeAs(twoDimensions());
        assertThat(twoDimensions().dimensions())
                .isEqualTo(new ArrayList<>(twoDimensions().dimensions()));
    }

    @Test
    void a_model_never_changes() {
        var model = twoDimensions();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> model.questions().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> model.dimensions().removeFirst());
    }

    @Test
    void only_a_gated_rule_or_a_score_from_below_1_knows_units_below_the_first_stage() {
        assertThat(model().build().mayBeBelowFirstStage()).isTrue();
        assertThat(model().thresholds(0.0, 0.5).build().mayBeBelowFirstStage()).isFalse();
        assertThat(model().mean(StageRule.Rounding.FLOOR).scale(1, 5).build().mayBeBelowFirstStage())
                .isFalse();
        assertThat(model().mean(StageRule.Rounding.FLOOR).scale(0, 3).build().mayBeBelowFirstStage())
                .isTrue();
        assertThat(model().mean(StageRule.Rounding.FLOOR).points().build().mayBeBelowFirstStage())
                .isTrue();
    }
}

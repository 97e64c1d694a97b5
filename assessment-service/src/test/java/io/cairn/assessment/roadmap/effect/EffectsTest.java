package io.cairn.assessment.roadmap.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.Worth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final Worth HALF = new Worth(true, true, 0.5, 0.5);
    private static final Worth EXPIRED = new Worth(true, true, 0.5, 0.25);
    private static final Worth UNANSWERED = new Worth(true, false, 0, 0);
    private static final Worth DOES_NOT_APPLY = new Worth(false, false, 0, 0);

    @Test
    void what_counts_more_has_moved_up_and_what_counts_less_down() {
        assertThat(Effects.movement(EXPIRED, HALF)).isEqualTo(Movement.MOVED_UP);
        assertThat(Effects.movement(HALF, EXPIRED)).isEqualTo(Movement.MOVED_DOWN);
        assertThat(Effects.movement(HALF, new Worth(true, true, 0.1 + 0.4, 0.1 + 0.4)))
                .isEqualTo(Movement.UNCHANGED);
    }

    @Test
    void what_was_not_answered_before_is_answered_for_the_first_time() {
        for (var before : new Worth[] {null, UNANSWERED, DOES_NOT_APPLY})
            assertThat(Effects.movement(before, HALF)).isEqualTo(Movement.FIRST_ANSWERED);
    }

    @Test
    void what_is_not_answered_after_is_said_to_be_so() {
        assertThat(Effects.movement(HALF, UNANSWERED)).isEqualTo(Movement.NOT_ANSWERED);
        assertThat(Effects.movement(HALF, DOES_NOT_APPLY)).isEqualTo(Movement.NOT_APPLICABLE);
        assertThat(Effects.movement(HALF, null)).isEqualTo(Movement.QUESTION_GONE);
    }

    @Test
    void where_nothing_was_finalized_since_nothing_is_counted() {
        var waiting = new EffectBody.Moved(new QuestionKey("a"), AnswerValue.of(1), 0.5, null, null, null);
        var moved = new EffectBody.Moved(new QuestionKey("b"), AnswerValue.of(1), 0.5, 1.0, Movement.MOVED_UP, true);
        assertThat(Effects.count(List.of(waiting, moved, moved))).isEqualTo(Map.of(Movement.MOVED_UP, 2));
    }
}

package io.cairn.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderDaysTest {
    @ParameterizedTest
    @CsvSource({"15,", "14, 14", "4, 14", "3, 3", "0, 3", "-1,"})
    void the_last_one_that_has_come_is_due_until_the_last_day(long left, Integer due) {
        assertThat(ReminderDays.DEFAULT.due(left).orElse(null)).isEqualTo(due);
    }

    @Test
    void they_stand_in_order_and_once() {
        assertThat(new ReminderDays(List.of(3, 30, 3, 14)).days()).containsExactly(30, 14, 3);
        assertThat(new ReminderDays(List.of()).due(0)).isEmpty();
    }

    @Test
    void they_are_before_the_end_and_not_too_far() {
        assertThatThrownBy(() -> new ReminderDays(List.of(-1))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ReminderDays(List.of(181))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new ReminderDays(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_scope_is_a_subtree_or_a_list() {
        var unit = new UnitCode("a");
        assertThatThrownBy(() -> new CycleScope(unit, List.of(unit))).isInstanceOf(InvalidValue.class);
        assertThat(new CycleScope(null, List.of(new UnitCode("b"), unit, unit)).units())
                .containsExactly(unit, new UnitCode("b"));
    }
}

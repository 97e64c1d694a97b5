package io.cairn.maturity.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cairn.maturity.movement.Spell.Beginning;
import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpellTest {
    private static final Window ALWAYS = new Window(null, 1000);

    /** One stage a year; 0 for a year without. */
    static Journey yearly(@Nullable Double left, int... stages) {
        var seen = new ArrayList<Seen>();
        for (var i = 0; i < stages.length; i++) if (stages[i] > 0) seen.add(new Seen(12 * (i + 1), stages[i]));
        return new Journey("u", seen, left);
    }

    @Test
    void a_spell_goes_from_first_seen_to_first_seen_elsewhere() {
        var spells = Spell.of(yearly(null, 1, 1, 2, 1), ALWAYS);
        assertThat(spells)
                .containsExactly(
                        new Spell("u", 1, Beginning.STARTED, 12, 36, Ending.ADVANCE, 2),
                        new Spell("u", 2, Beginning.MOVED, 36, 48, Ending.REGRESS, 1),
                        new Spell("u", 1, Beginning.MOVED, 48, 48, null, null));
        assertThat(spells.get(0).span(ALWAYS)).isEqualTo(new Span(0, 2, Ending.ADVANCE));
        assertThat(spells.get(2).span(ALWAYS)).as("seen once").isNull();
    }

    @Test
    void of_who_is_found_above_the_first_stage_it_is_unknown_how_long_it_was_there() {
        var spell = Spell.of(yearly(null, 2, 2, 3), ALWAYS).getFirst();
        assertThat(spell.beginning()).isEqualTo(Beginning.FOUND);
        assertThat(spell.span(ALWAYS)).isNull();
        assertThat(spell.months(ALWAYS))
                .as("its time at risk is known all the same")
                .isEqualTo(24);
    }

    @Test
    void a_year_without_a_stage_is_bridged() {
        assertThat(Spell.of(yearly(null, 1, 0, 1, 2), ALWAYS).getFirst())
                .isEqualTo(new Spell("u", 1, Beginning.STARTED, 12, 48, Ending.ADVANCE, 2));
    }

    @Test
    void what_began_before_the_window_enters_late_and_what_ended_before_is_not_there() {
        var spells = Spell.of(yearly(null, 1, 2, 2, 2, 3), ALWAYS);
        var window = new Window(36, 1000);
        assertThat(spells.get(0).span(window)).isNull();
        assertThat(spells.get(0).ended(window)).isFalse();
        assertThat(spells.get(1).span(window)).isEqualTo(new Span(1, 3, Ending.ADVANCE));
    }

    @Test
    void what_is_after_the_window_is_not_known() {
        assertThat(Spell.of(yearly(50., 1, 1, 2), new Window(null, 24)))
                .containsExactly(new Spell("u", 1, Beginning.STARTED, 12, 24, null, null));
    }

    @Test
    void who_leaves_ends_a_spell() {
        assertThat(Spell.of(yearly(30., 1, 1), ALWAYS))
                .containsExactly(new Spell("u", 1, Beginning.STARTED, 12, 30, Ending.LEAVE, null));
    }

    @Test
    void journeys_are_in_order_and_end_when_their_unit_leaves() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Journey("u", List.of(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Journey("u", List.of(new Seen(2, 1), new Seen(2, 2)), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Journey("u", List.of(new Seen(2, 1)), 1.));
    }

    @Test
    void changes_and_time_at_risk_are_counted_by_stage() {
        var spells = new ArrayList<>(Spell.of(yearly(null, 1, 1, 2), ALWAYS));
        spells.addAll(Spell.of(yearly(42., 2, 1, 1), ALWAYS));
        var exposure = Exposure.of(List.of(1, 2), spells, ALWAYS);
        assertThat(exposure.changes()).isDeepEqualTo(new long[][] {{0, 1, 1}, {1, 0, 0}});
        assertThat(exposure.months()).containsExactly(24 + 18, 12);
        assertThat(exposure.rates(1)).extracting(Rate::rate).containsExactly(1 / 3.5, 1 / 3.5);
        assertThat(exposure.rates(2)).extracting(Rate::rate).containsExactly(1., 0.);
        assertThat(exposure.generator().rates()).isDeepEqualTo(new double[][] {
            {-2 / 3.5, 1 / 3.5, 1 / 3.5}, {1, -1, 0}, {0, 0, 0}
        });
    }
}

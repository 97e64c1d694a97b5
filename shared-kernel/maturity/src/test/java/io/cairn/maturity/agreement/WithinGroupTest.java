package io.cairn.maturity.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cairn.maturity.agreement.Coefficient.Known;
import io.cairn.maturity.agreement.Coefficient.Undefined;
import io.cairn.maturity.agreement.Coefficient.Why;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithinGroupTest {
    /** The uniform null distributions in J. M. LeBreton and J. L. Senter, Organizational Research Methods 11 (2008), 815–852. */
    @ParameterizedTest
    @CsvSource({"5, 2.00", "6, 2.92", "7, 4.00", "9, 6.67", "11, 10.00"})
    void chance_varies_as_published(int options, double variance) {
        assertThat(WithinGroup.ofOptions(options)).isCloseTo(variance, within(0.005));
    }

    /** s² of 3, 4, 4, 4, 5 is 0.5; of 3, 3, 4, 4, 5, 5 it is 0.8; of 2, 3, 4, 5 it is 5/3. */
    @Test
    void votes_on_five_options_agree_by_their_variance() {
        var chance = WithinGroup.ofOptions(5);
        assertThat(WithinGroup.of(new double[] {3, 4, 4, 4, 5}, chance)).isEqualTo(new Known(0.75));
        assertThat(WithinGroup.of(new double[] {3, 3, 4, 4, 5, 5}, chance).value())
                .isCloseTo(0.6, within(1e-12));
        assertThat(WithinGroup.of(new double[] {2, 3, 4, 5}, chance).value()).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void the_limit_of_many_options_is_a_range() {
        assertThat(WithinGroup.ofOptions(1_000_001) / WithinGroup.ofRange(1_000_000))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void more_than_chance_is_no_agreement() {
        assertThat(WithinGroup.of(new double[] {1, 1, 5, 5}, WithinGroup.ofOptions(5)))
                .isEqualTo(new Known(0));
    }

    @Test
    void one_vote_agrees_with_nobody() {
        assertThat(WithinGroup.of(new double[] {3}, 2)).isEqualTo(new Undefined(Why.NO_PAIRS));
        assertThat(WithinGroup.of(new double[] {}, 2)).isEqualTo(new Undefined(Why.NO_PAIRS));
    }

    @Test
    void where_only_one_thing_can_be_said_there_is_no_chance_to_compare_with() {
        assertThat(WithinGroup.of(new double[] {0, 0}, WithinGroup.ofOptions(1)))
                .isEqualTo(new Undefined(Why.NO_VARIATION));
    }

    @Property(tries = 200)
    void it_lies_between_none_and_one_and_is_one_for_those_who_say_the_same(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 1, max = 5) Integer> votes) {
        var figure = WithinGroup.of(votes.stream().mapToDouble(it -> it).toArray(), WithinGroup.ofOptions(5));
        assertThat(figure.value()).isBetween(0.0, 1.0);
        assertThat(figure.equals(new Known(1)))
                .isEqualTo(votes.stream().distinct().count() == 1);
    }
}

package io.cairn.maturity.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FollowedTest {
    @Test
    void where_enough_are_there_from_the_start_nothing_changes() {
        var spans = new ArrayList<Span>();
        for (var i = 1; i <= 5; i++) spans.add(new Span(0, i, Ending.ADVANCE));
        spans.add(new Span(3, 9, null));
        assertThat(Followed.of(spans, 5)).isEqualTo(new Followed(0, spans));
    }

    @Test
    void the_end_of_the_only_one_that_is_there_does_not_end_the_curve_of_those_who_enter_later() {
        var spans = new ArrayList<>(List.of(new Span(0, 1, Ending.ADVANCE), new Span(0.5, 4, Ending.LEAVE)));
        for (var i = 0; i < 9; i++) spans.add(new Span(2, i < 3 ? 3 : 5, i < 3 ? Ending.ADVANCE : null));
        assertThat(KaplanMeier.of(spans.subList(0, 1)).steps().getLast().survival())
                .isZero();
        var followed = Objects.requireNonNull(Followed.of(spans, 5));
        assertThat(followed.since()).isEqualTo(2);
        assertThat(followed.spans()).hasSize(10).allMatch(it -> it.entry() == 2);
        var steps = KaplanMeier.of(followed.spans()).steps();
        assertThat(steps).extracting(KaplanMeier.Step::atRisk).containsExactly(10, 7);
        assertThat(steps.getLast().survival()).isEqualTo(0.7 * 6 / 7, within(1e-12));
    }

    @Test
    void who_has_ended_by_the_time_another_enters_is_not_there_with_it() {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < 6; i++) spans.add(new Span(i, i + 1, Ending.ADVANCE));
        assertThat(Followed.of(spans, 2)).isNull();
    }
}

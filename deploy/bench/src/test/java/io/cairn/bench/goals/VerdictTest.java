package io.cairn.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Goal TWICE = Goal.atLeast(2, "twice", "ours", "small pool", "large pool");
    private static final Goal CLOSE = Goal.atMost(1.5, "close", "ours", "theirs");

    private static Figure figure(Double... rounds) {
        return new Figure("events/s", List.of(rounds));
    }

    @Test
    void a_ratio_is_taken_within_each_round_against_the_peer_at_its_best() {
        var verdicts = Verdict.of(
                List.of(TWICE),
                Map.of(
                        "ours", figure(20.0, 40.0, 90.0),
                        "small pool", figure(1.0, 2.0, 3.0),
                        "large pool", figure(10.0, 10.0, 30.0)));
        assertThat(verdicts).containsExactly(new Verdict(TWICE, "large pool", new Spread(3, 2, 4, 1), true));
    }

    @Test
    void what_is_too_slow_misses_its_goal_and_what_just_reaches_it_does_not() {
        var peers = Map.of("small pool", figure(10.0), "large pool", figure(9.0));
        assertThat(verdict(TWICE, peers, figure(19.9)).met()).isFalse();
        assertThat(verdict(TWICE, peers, figure(20.0)).met()).isTrue();
    }

    @Test
    void what_takes_too_long_misses_its_goal_and_what_just_reaches_it_does_not() {
        var peers = Map.of("theirs", figure(10.0));
        assertThat(verdict(CLOSE, peers, figure(15.1)).met()).isFalse();
        assertThat(verdict(CLOSE, peers, figure(15.0)).met()).isTrue();
    }

    @Test
    void a_goal_whose_scenario_did_not_run_says_nothing() {
        assertThat(Verdict.of(List.of(TWICE), Map.of("others", figure(1.0)))).isEmpty();
    }

    @Test
    void a_goal_without_one_of_its_figures_is_an_error_and_never_met_in_silence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Verdict.of(List.of(TWICE), Map.of("ours", figure(1.0))))
                .withMessageContaining("small pool");
    }

    @Test
    void no_two_goals_have_the_same_name() {
        assertThat(Goals.ALL.stream().map(Goal::name)).doesNotHaveDuplicates();
    }

    private static Verdict verdict(Goal goal, Map<String, Figure> peers, Figure ours) {
        var figures = new java.util.HashMap<>(peers);
        figures.put("ours", ours);
        return Verdict.of(List.of(goal), figures).getFirst();
    }
}

package io.cairn.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.eventstore.Slots;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "2,1,2", "3,1,4", "4,1,4", "5,1,8", "1,2,2", "3,2,8", "1,3,4", "200,1,256", "300,2,256"})
    void there_are_as_many_segments_as_nodes_up_to_the_next_power_of_two(int nodes, int each, int segments) {
        assertThat(Plan.of(nodes(nodes), each).segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "7", "8", "100"})
    void segments_are_dealt_out_evenly(int count) {
        var plan = Plan.of(nodes(count), 1);
        Map<UUID, Long> dealt = IntStream.range(0, plan.segments())
                .mapToObj(i -> plan.owner(i * plan.width()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(dealt).hasSize(count);
        assertThat(dealt.values()).allMatch(it -> it >= plan.segments() / count && it <= plan.segments() / count + 1);
    }

    @Test
    void all_nodes_come_to_the_same_plan_in_whatever_order_they_hear_of_each_other() {
        var nodes = nodes(3);
        var one = Plan.of(nodes, 1);
        var other = Plan.of(nodes.reversed(), 1);
        assertThat(IntStream.range(0, Slots.COUNT).mapToObj(one::owner))
                .containsExactlyElementsOf(
                        IntStream.range(0, Slots.COUNT).mapToObj(other::owner).toList());
    }

    @Test
    void two_that_are_to_be_one_are_in_one_hand() {
        for (var nodes = 1; nodes < 20; nodes++) {
            var plan = Plan.of(nodes(nodes), 1);
            for (var width = 1; width < plan.width(); width *= 2)
                for (var first = 0; first < Slots.COUNT; first += 2 * width) {
                    assertThat(plan.buddies(segment(first, width), segment(first + width, width)))
                            .isTrue();
                    assertThat(plan.owner(first)).isEqualTo(plan.owner(first + width));
                }
        }
    }

    @Test
    void neighbours_of_different_halves_are_never_made_one() {
        var plan = Plan.of(nodes(1), 1);
        assertThat(plan.buddies(segment(64, 64), segment(128, 64))).isFalse();
        assertThat(plan.buddies(segment(0, 64), segment(64, 32))).isFalse();
        assertThat(Plan.of(nodes(2), 1).buddies(segment(0, 128), segment(128, 128)))
                .isFalse();
    }

    private static Segment segment(int first, int width) {
        return new Segment("v", first, first + width - 1, 0, null, 0);
    }

    private static List<UUID> nodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(i * 7919L % 13, i))
                .toList();
    }
}

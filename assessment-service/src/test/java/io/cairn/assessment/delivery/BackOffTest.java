package io.cairn.assessment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff twice = new BackOff(List.of(Duration.ofSeconds(4), Duration.ofSeconds(8)));

    @Test
    void there_is_one_try_more_than_there_are_delays() {
        assertThat(twice.after(1, new Random(1))).isPresent();
        assertThat(twice.after(2, new Random(1))).isPresent();
        assertThat(twice.after(3, new Random(1))).isEmpty();
    }

    @Test
    void a_delay_is_stretched_by_a_quarter_at_most_and_differently_each_time() {
        var random = new Random(7);
        var delays = java.util.stream.Stream.generate(
                        () -> twice.after(2, random).orElseThrow())
                .limit(1_000)
                .toList();
        assertThat(delays).allMatch(it -> it.toMillis() >= 8_000 && it.toMillis() <= 10_000);
        assertThat(delays.stream().distinct().count()).isGreaterThan(500);
    }

    @Test
    void webhooks_are_tried_ten_times_in_three_days_and_mail_in_eight_and_a_half_hours() {
        assertThat(BackOff.OF_WEBHOOKS.delays()).hasSize(9);
        assertThat(sum(BackOff.OF_WEBHOOKS)).isEqualTo(Duration.parse("PT75H35M5S"));
        assertThat(BackOff.OF_MAIL.delays()).hasSize(9);
        assertThat(sum(BackOff.OF_MAIL)).isEqualTo(Duration.ofMinutes(511));
    }

    private static Duration sum(BackOff backOff) {
        return backOff.delays().stream().reduce(Duration.ZERO, Duration::plus);
    }
}

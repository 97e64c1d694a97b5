package io.cairn.assessment.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before each next try; as many tries as there are delays, and the first. Each delay is stretched by up to a
 * quarter at random, so that what failed together does not come back together.
 */
public record BackOff(List<Duration> delays) {
    /** As the Standard Webhooks specification suggests: ten tries in three days. */
    public static final BackOff OF_WEBHOOKS = new BackOff(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** Doubling from a minute: ten tries in eight and a half hours. */
    public static final BackOff OF_MAIL = doubling(Duration.ofMinutes(1), 9);

    private static final double STRETCH = 0.25;

    public BackOff {
        delays = List.copyOf(delays);
    }

    static BackOff doubling(Duration first, int times) {
        return new BackOff(java.util.stream.IntStream.range(0, times)
                .mapToObj(i -> first.multipliedBy(1L << i))
                .toList());
    }

    /** @param tries so far, at least 1; empty when that was the last */
    public Optional<Duration> after(int tries, RandomGenerator random) {
        if (tries > delays.size()) return Optional.empty();
        var delay = delays.get(tries - 1).toMillis();
        return Optional.of(Duration.ofMillis(delay + (long) (delay * STRETCH * random.nextDouble())));
    }
}

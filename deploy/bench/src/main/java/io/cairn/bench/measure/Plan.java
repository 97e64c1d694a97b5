package io.cairn.bench.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often each peer has its turn after the warm-up
 * @param warmUp of each peer, before the first round
 * @param time of one turn
 * @param replayed events that a replay applies
 * @param few events stored in the small store of the growth scenario
 * @param many events stored in the large one
 * @param companies whose reports are asked for
 * @param asked how often each report is asked for in a turn at least: a 99th percentile of fewer than some hundreds would
 *     be a matter of one or two
 */
public record Plan(
        String name,
        int rounds,
        Duration warmUp,
        Duration time,
        int replayed,
        long few,
        long many,
        int companies,
        int asked) {
    public static final Plan FULL = new Plan(
            "full", 5, Duration.ofSeconds(4), Duration.ofSeconds(4), 400_000, 100_000, 10_000_000, 10_000, 300);
    public static final Plan QUICK =
            new Plan("quick", 3, Duration.ofSeconds(1), Duration.ofSeconds(1), 60_000, 20_000, 1_000_000, 200, 300);
    /** Only to see that everything still works; its figures mean nothing. */
    public static final Plan BLINK =
            new Plan("blink", 1, Duration.ofMillis(20), Duration.ofMillis(100), 2_000, 500, 1_000, 3, 5);
}

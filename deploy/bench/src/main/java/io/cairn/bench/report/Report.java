package io.cairn.bench.report;

import io.cairn.bench.goals.Verdict;
import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a run has shown.
 *
 * @param failures by scenario, what kept its figures from being taken
 * @param settings of PostgreSQL, those that are not its defaults and those that durability hangs on
 */
public record Report(
        Plan plan,
        Instant startedAt,
        Duration took,
        String commit,
        Map<String, Object> machine,
        String postgres,
        Map<String, String> settings,
        double fsyncsPerSecond,
        Map<String, Figure> figures,
        List<Verdict> verdicts,
        Map<String, String> failures) {

    /** A scenario that failed has missed its goals. */
    public boolean passed() {
        return failures.isEmpty() && verdicts.stream().allMatch(Verdict::met);
    }

    /** What the process ends with. */
    public int exitCode() {
        return passed() ? 0 : 1;
    }
}

package io.cairn.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.bench.goals.Goal;
import io.cairn.bench.goals.Verdict;
import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Spread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static Report report(boolean met, Map<String, String> failures) {
        var goal = new Goal("fast", "a/ours", List.of("a/theirs"), Goal.Bound.AT_LEAST, 2);
        return new Report(
                Plan.QUICK,
                Instant.EPOCH,
                Duration.ofSeconds(90),
                "abc1234",
                Map.of("cores", 2),
                "18.6",
                Map.of("fsync", "on"),
                5000,
                Map.of("a/ours", new Figure("events/s", List.of(30.0, 10.0, 20.0))),
                List.of(new Verdict(goal, "a/theirs", new Spread(1.5, 1, 2, 0.5), met)),
                failures);
    }

    @Test
    void a_missed_goal_ends_with_1() {
        assertThat(report(true, Map.of()).exitCode()).isZero();
        assertThat(report(false, Map.of()).exitCode()).isEqualTo(1);
    }

    @Test
    void a_scenario_that_failed_ends_with_1() {
        assertThat(report(true, Map.of("http", "refused")).exitCode()).isEqualTo(1);
    }

    @Test
    void the_file_has_all_a_program_asks_for(@TempDir Path folder) {
        var file = folder.resolve("bench.json");
        BenchJson.write(report(false, Map.of()), file);
        var json = JsonMapper.shared().readTree(file);
        assertThat(json.path("passed").asBoolean()).isFalse();
        assertThat(json.at("/figures/a~1ours/median").asDouble()).isEqualTo(20);
        assertThat(json.at("/figures/a~1ours/iqr").asDouble()).isEqualTo(10);
        assertThat(json.at("/figures/a~1ours/rounds")).hasSize(3);
        assertThat(json.at("/ratios/fast/median").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/goals/fast/limit").asDouble()).isEqualTo(2);
        assertThat(json.at("/goals/fast/met").asBoolean(true)).isFalse();
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.at("/settings/fsync").asString()).isEqualTo("on");
        assertThat(json.path("fsyncsPerSecond").asDouble()).isEqualTo(5000);
    }

    @Test
    void the_table_names_every_figure_and_shouts_about_a_missed_goal() {
        assertThat(Table.lines(report(false, Map.of("http", "refused"))))
                .anyMatch(line -> line.startsWith("a/ours"))
                .anyMatch(line -> line.startsWith("fast") && line.contains("MISSED"))
                .anyMatch(line -> line.startsWith("FAILED http: refused"));
    }
}

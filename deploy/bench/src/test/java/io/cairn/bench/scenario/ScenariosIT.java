package io.cairn.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.goals.Goal;
import io.cairn.bench.goals.Goals;
import io.cairn.bench.measure.Plan;
import io.cairn.bench.measure.Rounds;
import io.cairn.bench.measure.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each scenario runs for a blink, so that none of them rots. Its figures mean nothing. */
class ScenariosIT {
    private static BenchServer server;

    @BeforeAll
    static void start() throws IOException {
        server = BenchServer.start(Path.of("target/home-of-the-tests").toAbsolutePath());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    static List<String> scenarios() {
        return Scenarios.EVERY.stream().map(Scenario::name).toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_figure_that_a_goal_asks_for_is_taken(String scenarioName) throws Exception {
        var scenario = Scenarios.named(List.of(scenarioName)).getFirst();
        var figures = new Rounds(server, Plan.BLINK, line -> {}).of(scenario);
        var asked = Goals.ALL.stream()
                .flatMap(goal -> Stream.concat(Stream.of(goal.of()), goal.to().stream()))
                .filter(name -> name.startsWith(scenario.name() + "/"))
                .distinct()
                .toList();
        assertThat(figures.keySet()).containsAll(asked);
        assertThat(figures.values())
                .allSatisfy(figure -> assertThat(figure.rounds())
                        .hasSize(Plan.BLINK.rounds())
                        .allSatisfy(value -> assertThat(value).isPositive()));
    }

    @ParameterizedTest
    @MethodSource("goals")
    void every_goal_is_about_a_scenario(Goal goal) {
        assertThat(Scenarios.EVERY.stream().map(Scenario::name))
                .contains(goal.of().substring(0, goal.of().indexOf('/')));
    }

    static List<Goal> goals() {
        return Goals.ALL;
    }
}

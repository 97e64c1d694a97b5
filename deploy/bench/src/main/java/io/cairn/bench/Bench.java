package io.cairn.bench;

import io.cairn.bench.database.BenchServer;
import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Rounds;
import io.cairn.bench.measure.Scenario;
import io.cairn.bench.report.BenchJson;
import io.cairn.bench.report.Report;
import io.cairn.bench.report.Reporter;
import io.cairn.bench.report.Table;
import io.cairn.bench.scenario.Scenarios;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the scenarios one after the other, prints what they show and writes bench.json; ends with 1 when a goal is missed. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        List<Scenario> scenarios;
        try {
            options = Options.of(List.of(arguments));
            scenarios = Scenarios.named(options.only());
        } catch (IllegalArgumentException e) {
            say(e.getMessage());
            say(Options.USAGE);
            System.exit(2);
            return;
        }
        var report = run(options, scenarios);
        Table.lines(report).forEach(Bench::say);
        BenchJson.write(report, options.json());
        say("");
        say("Written to " + options.json());
        System.exit(report.exitCode());
    }

    private static Report run(Options options, List<Scenario> scenarios) throws Exception {
        say("Starting PostgreSQL in " + options.home());
        try (var server = BenchServer.start(options.home())) {
            var reporter = new Reporter(server, options.plan());
            var rounds = new Rounds(server, options.plan(), Bench::say);
            Map<String, Figure> figures = new LinkedHashMap<>();
            Map<String, String> failures = new LinkedHashMap<>();
            for (var scenario : scenarios) {
                try {
                    figures.putAll(rounds.of(scenario));
                } catch (Exception e) {
                    // the others' figures are worth having
                    e.printStackTrace();
                    failures.put(scenario.name(), e.toString());
                }
            }
            return reporter.of(figures, failures);
        }
    }

    private static void say(@Nullable String line) {
        System.out.println(line);
        System.out.flush();
    }
}

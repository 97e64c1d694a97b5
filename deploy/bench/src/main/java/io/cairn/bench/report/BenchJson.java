package io.cairn.bench.report;

import io.cairn.bench.goals.Verdict;
import io.cairn.bench.measure.Figure;
import io.cairn.bench.measure.Spread;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as {@code bench.json}, for programs. */
public final class BenchJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Taken(String unit, double median, double min, double max, double iqr, List<Double> rounds) {
        static Taken of(Figure figure) {
            var spread = figure.spread();
            return new Taken(figure.unit(), spread.median(), spread.min(), spread.max(), spread.iqr(), figure.rounds());
        }
    }

    private record Wanted(String of, String to, String bound, double limit, double ratio, boolean met) {
        static Wanted of(Verdict verdict) {
            var goal = verdict.goal();
            return new Wanted(
                    goal.of(),
                    verdict.to(),
                    goal.bound().name(),
                    goal.limit(),
                    verdict.ratio().median(),
                    verdict.met());
        }
    }

    private BenchJson() {}

    public static void write(Report report, Path file) {
        JSON.writeValue(file, of(report));
    }

    private static Map<String, Object> of(Report report) {
        var figures = new LinkedHashMap<String, Taken>();
        report.figures().forEach((name, figure) -> figures.put(name, Taken.of(figure)));
        var ratios = new LinkedHashMap<String, Spread>();
        var goals = new LinkedHashMap<String, Wanted>();
        for (var verdict : report.verdicts()) {
            ratios.put(verdict.goal().name(), verdict.ratio());
            goals.put(verdict.goal().name(), Wanted.of(verdict));
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("passed", report.passed());
        json.put("plan", report.plan().name());
        json.put("rounds", report.plan().rounds());
        json.put("startedAt", report.startedAt().toString());
        json.put("tookSeconds", report.took().toSeconds());
        json.put("commit", report.commit());
        json.put("machine", report.machine());
        json.put("postgres", report.postgres());
        json.put("settings", report.settings());
        json.put("fsyncsPerSecond", report.fsyncsPerSecond());
        json.put("ratios", ratios);
        json.put("goals", goals);
        json.put("figures", figures);
        json.put("failures", report.failures());
        return json;
    }
}

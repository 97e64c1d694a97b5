package io.cairn.bench.report;

import io.cairn.bench.goals.Goal.Bound;
import io.cairn.bench.goals.Verdict;
import io.cairn.bench.measure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people. */
public final class Table {
    private Table() {}

    public static List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("%s, %s, %d rounds, %d s; PostgreSQL %s, %.0f fsyncs/s"
                .formatted(
                        report.machine().get("cores") + " cores",
                        report.plan().name(),
                        report.plan().rounds(),
                        report.took().toSeconds(),
                        report.postgres(),
                        report.fsyncsPerSecond()));
        lines.add("");
        lines.add("%-32s %12s %12s %12s %12s  %s".formatted("figure", "median", "min", "max", "IQR", "unit"));
        report.figures().forEach((name, figure) -> lines.add(line(name, figure)));
        lines.add("");
        lines.add("%-34s %8s %17s %9s  %-6s %s".formatted("goal", "ratio", "min .. max", "goal", "", "compared with"));
        report.verdicts().forEach(verdict -> lines.add(line(verdict)));
        report.failures().forEach((scenario, failure) -> lines.add("FAILED " + scenario + ": " + failure));
        return lines;
    }

    private static String line(String name, Figure figure) {
        var spread = figure.spread();
        return "%-32s %12s %12s %12s %12s  %s"
                .formatted(
                        name,
                        number(spread.median()),
                        number(spread.min()),
                        number(spread.max()),
                        number(spread.iqr()),
                        figure.unit());
    }

    private static String line(Verdict verdict) {
        var goal = verdict.goal();
        var ratio = verdict.ratio();
        var bound = (goal.bound() == Bound.AT_LEAST ? "≥ " : "≤ ") + number(goal.limit());
        return "%-34s %8s %17s %9s  %-6s %s"
                .formatted(
                        goal.name(),
                        number(ratio.median()),
                        number(ratio.min()) + " .. " + number(ratio.max()),
                        bound,
                        verdict.met() ? "met" : "MISSED",
                        verdict.to());
    }

    /** Three digits say enough. */
    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}

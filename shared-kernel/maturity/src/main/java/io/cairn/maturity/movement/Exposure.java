package io.cairn.maturity.movement;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes of stage, and the time in which they could have happened.
 *
 * @param stages ordinals, ascending; the places of rows and columns
 * @param changes from (row) to (column); the last column counts units that left
 * @param months in each stage, of all units together
 * @param units that were in each stage for some time
 */
public record Exposure(List<Integer> stages, long[][] changes, double[] months, long[] units) {
    private static final double MONTHS = 12;

    public static Exposure none(List<Integer> stages) {
        var n = stages.size();
        return new Exposure(List.copyOf(stages), new long[n][n + 1], new double[n], new long[n]);
    }

    /** Of spells whose stages are among {@code stages}. */
    public static Exposure of(List<Integer> stages, List<Spell> spells, Window window) {
        var sum = none(stages);
        var counted = new ArrayList<java.util.Set<String>>();
        for (var ignored : stages) counted.add(new java.util.HashSet<>());
        for (var spell : spells) {
            var row = stages.indexOf(spell.stage());
            var months = spell.months(window);
            sum.months[row] += months;
            if (months > 0 && counted.get(row).add(spell.unit())) sum.units[row]++;
            // who changes the very day they were first seen adds no time, and so no rate
            if (spell.ended(window) && months > 0) {
                var next = spell.next();
                sum.changes[row][next == null ? stages.size() : stages.indexOf(next)]++;
            }
        }
        return sum;
    }

    void add(Exposure other) {
        for (var i = 0; i < months.length; i++) {
            months[i] += other.months[i];
            units[i] += other.units[i];
            for (var j = 0; j <= months.length; j++) changes[i][j] += other.changes[i][j];
        }
    }

    /** From one stage to another; leaving not counted. */
    public long moves() {
        var sum = 0L;
        for (var i = 0; i < months.length; i++) for (var j = 0; j < months.length; j++) sum += changes[i][j];
        return sum;
    }

    /** Out of a stage, to every other one and for leaving; none when no time was spent there. */
    public List<Rate> rates(int stage) {
        var row = stages.indexOf(stage);
        if (months[row] <= 0) return List.of();
        var rates = new ArrayList<Rate>();
        for (var j = 0; j <= stages.size(); j++)
            if (j != row)
                rates.add(Rate.of(
                        stage, j < stages.size() ? stages.get(j) : null, changes[row][j], months[row] / MONTHS));
        return rates;
    }

    public Generator generator() {
        return generator(stages.size(), figures());
    }

    /** Changes row by row, then months: what is added up when many of them are. */
    double[] figures() {
        var n = stages.size();
        var figures = new double[n * (n + 2)];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j <= n; j++) figures[i * (n + 1) + j] = changes[i][j];
            figures[n * (n + 1) + i] = months[i];
        }
        return figures;
    }

    /** Of {@link #figures}, or of their sum over units. @param n how many stages there are */
    static Generator generator(int n, double[] figures) {
        var rates = new double[n + 1][n + 1];
        for (var i = 0; i < n; i++) {
            var years = figures[n * (n + 1) + i] / MONTHS;
            for (var j = 0; j <= n; j++)
                if (i != j && years > 0) {
                    rates[i][j] = figures[i * (n + 1) + j] / years;
                    rates[i][i] -= rates[i][j];
                }
        }
        return new Generator(rates);
    }
}

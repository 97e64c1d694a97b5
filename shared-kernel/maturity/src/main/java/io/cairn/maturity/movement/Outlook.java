package io.cairn.maturity.movement;

import io.cairn.maturity.movement.Forecast.Chance;
import io.cairn.maturity.movement.Forecast.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Shares of stages to come, with intervals from a bootstrap: units are drawn with replacement, as many as there are,
 * with all they did, and the forecast is made anew from the rates of each draw; the interval holds the middle 95 % of
 * draws (percentiles of Hyndman and Fan's type 7; B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13). The seed is fixed: the same data always give the same figures.
 */
record Outlook(List<Integer> stages, Map<Seen, Long> starts, List<Integer> months) {
    private static final int DRAWS = 500;
    private static final long SEED = 20261122;
    private static final double YEAR = 12;

    static Outlook of(List<Integer> stages, List<Seen> starts, List<Integer> months) {
        return new Outlook(
                stages,
                starts.stream().collect(Collectors.groupingBy(it -> it, LinkedHashMap::new, Collectors.counting())),
                months);
    }

    List<Point> points(Exposure all, List<Exposure> units) {
        var told = shares(all.generator());
        var drawn = drawn(units.stream().map(Exposure::figures).toArray(double[][]::new));
        var points = new ArrayList<Point>();
        for (var m = 0; m < months.size(); m++) {
            var chances = new ArrayList<Chance>();
            for (var state = 0; state <= stages.size(); state++) {
                var at = m;
                var of = state;
                var sorted = Arrays.stream(drawn)
                        .mapToDouble(it -> it[at][of])
                        .sorted()
                        .toArray();
                chances.add(new Chance(told[m][state], quantile(sorted, 0.025), quantile(sorted, 0.975)));
            }
            points.add(new Point(months.get(m), chances));
        }
        return points;
    }

    /** The shares of every draw. */
    private double[][][] drawn(double[][] units) {
        var drawn = new double[DRAWS][][];
        var random = new Random(SEED);
        for (var draw = 0; draw < DRAWS; draw++) {
            var sum = new double[units[0].length];
            for (var i = 0; i < units.length; i++) {
                var unit = units[random.nextInt(units.length)];
                for (var j = 0; j < sum.length; j++) sum[j] += unit[j];
            }
            drawn[draw] = shares(Exposure.generator(stages.size(), sum));
        }
        return drawn;
    }

    /** By month and state. Every time ahead is a whole number of steps, so that one exponential does. */
    private double[][] shares(Generator generator) {
        var step = step();
        var longest = 0;
        var all = 0.0;
        for (var start : starts.entrySet()) {
            longest = Math.max(longest, months.getLast() - start.getKey().month());
            all += start.getValue();
        }
        var powers = powers(generator.after(step / YEAR), longest / step);
        var shares = new double[months.size()][stages.size() + 1];
        for (var start : starts.entrySet()) {
            var row = stages.indexOf(start.getKey().stage());
            for (var m = 0; m < shares.length; m++) {
                var chances = powers.get((months.get(m) - start.getKey().month()) / step)[row];
                for (var state = 0; state < chances.length; state++)
                    shares[m][state] += chances[state] * start.getValue() / all;
            }
        }
        return shares;
    }

    private int step() {
        var step = 0;
        for (var month : months) for (var start : starts.keySet()) step = divisor(step, month - start.month());
        return Math.max(step, 1);
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private static List<double[][]> powers(double[][] step, int highest) {
        var powers = new ArrayList<double[][]>();
        var identity = new double[step.length][step.length];
        for (var i = 0; i < step.length; i++) identity[i][i] = 1;
        powers.add(identity);
        for (var i = 1; i <= highest; i++) powers.add(times(powers.get(i - 1), step));
        return powers;
    }

    private static double[][] times(double[][] a, double[][] b) {
        var product = new double[a.length][a.length];
        for (var i = 0; i < a.length; i++)
            for (var j = 0; j < a.length; j++) for (var k = 0; k < a.length; k++) product[i][j] += a[i][k] * b[k][j];
        return product;
    }

    private static double quantile(double[] sorted, double p) {
        var place = p * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

package io.cairn.maturity.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The probability that something still lasts, where its end is known to lie between two times only: the distribution under
 * which what was seen is most likely (B. W. Turnbull, JRSS B 38 (1976), 290–295). It puts its mass into intervals that
 * begin where something was last seen and end where something was first seen to have ended or, where some entered late,
 * at their entry (H. Frydman, JRSS B 56 (1994), 71–74); how the mass lies within one, nothing that was seen can tell.
 *
 * <p>It is found by self-consistency, which is EM on the hazards: each end is shared out over the cells it may lie in, as
 * the estimate has them, and {@code h_k = D_k / Y_k} of what ended in a cell and what was at risk there. What enters late
 * is at risk from its entry on, so where every end is known this is Kaplan and Meier's estimate, delayed entry and all.
 *
 * <p>It has converged when no cell could take mass and make it likelier (Karush, Kuhn and Tucker): {@code Σ_i [1(k in A_i)
 * / P(A_i) − 1(k after entry_i) / P(T > entry_i)] / n ≤} {@value #TOLERANCE} for every cell, {@code A_i} the i-th interval
 * (R. Gentleman, C. J. Geyer, Biometrika 81 (1994), 618–623). Without late entries the log-likelihood is then within
 * {@code n} times that of its greatest value.
 *
 * @param observed how many there were
 * @param steps in the order of time, one for each interval with mass
 * @param gap the greatest of these sums; it is the measure of how far from the best the estimate may be
 */
public record Turnbull(int observed, List<Step> steps, int iterations, double gap) {
    public static final double TOLERANCE = 1e-8;

    private static final int MOST_ITERATIONS = 20_000;
    /** From one by less than this: everything at risk ended there. */
    private static final double NOTHING_LASTS = 1e-12;
    /** Of the whole; less is what is left of a mass that goes to nothing. */
    private static final double NO_MASS = 1e-7;

    public Turnbull {
        steps = List.copyOf(steps);
    }

    /**
     * @param from after which, and by {@code to}: infinite where it was never seen to end
     * @param mass that ended in between
     * @param survival what still lasts at {@code to}
     */
    public record Step(double from, double to, double mass, double survival) {}

    public boolean converged() {
        return gap <= TOLERANCE;
    }

    /** The interval in which one half has ended; null when it is not reached. */
    public @Nullable Step median() {
        for (var step : steps)
            if (step.survival() <= 0.5 + 1e-9) return step.to() == Double.POSITIVE_INFINITY ? null : step;
        return null;
    }

    /** @param intervals at least one */
    public static Turnbull of(List<Interval> intervals) {
        if (intervals.isEmpty()) throw new IllegalArgumentException("nothing was seen");
        return new Search(cells(intervals), intervals).found();
    }

    private record Cell(double from, double to) {}

    /** In order; nothing that was seen is without one. */
    private static List<Cell> cells(List<Interval> intervals) {
        var lefts = new TreeSet<Double>();
        var rights = new TreeSet<Double>();
        for (var interval : intervals) {
            lefts.add(interval.left());
            rights.add(interval.right());
            if (interval.entry() > 0) rights.add(interval.entry());
        }
        var all = new TreeSet<Double>(lefts);
        all.addAll(rights);
        var cells = new ArrayList<Cell>();
        Double before = null;
        for (var time : all) {
            if (before != null && lefts.contains(before) && rights.contains(time)) cells.add(new Cell(before, time));
            before = time;
        }
        return cells;
    }

    /** Cells are counted from 0; {@code last} is the first after those in which it may have ended. */
    private record Seen(int entry, int first, int last) {}

    private static final class Search {
        private final List<Cell> cells;
        private final int observed;
        private final List<Seen> seen = new ArrayList<>();
        private final List<Integer> times = new ArrayList<>();
        private final double[] hazard;
        /** At the beginning of each cell, and after the last; begins anew with 1 where nothing lasted that long. */
        private final double[] survival;
        /** For each cell, the first at which it begins anew. */
        private final int[] until;

        Search(List<Cell> cells, List<Interval> intervals) {
            this.cells = cells;
            this.observed = intervals.size();
            var counted = new LinkedHashMap<Seen, Integer>();
            for (var it : intervals)
                counted.merge(new Seen(upTo(it.entry()), upTo(it.left()), upTo(it.right())), 1, Integer::sum);
            counted.forEach((one, count) -> {
                seen.add(one);
                times.add(count);
            });
            hazard = new double[cells.size()];
            for (var k = 0; k < hazard.length; k++) hazard[k] = 1.0 / (hazard.length - k);
            survival = new double[hazard.length + 1];
            until = new int[hazard.length + 1];
        }

        /** How many cells end by then; none has it inside. */
        private int upTo(double time) {
            var count = 0;
            while (count < cells.size() && cells.get(count).to() <= time) count++;
            return count;
        }

        Turnbull found() {
            var iterations = 0;
            var gap = improve();
            while (gap > TOLERANCE && iterations < MOST_ITERATIONS) {
                gap = improve();
                iterations++;
            }
            return new Turnbull(observed, steps(), iterations, gap);
        }

        private void survive() {
            survival[0] = 1;
            var begun = 0;
            for (var k = 0; k < hazard.length; k++) {
                var over = hazard[k] > 1 - NOTHING_LASTS;
                survival[k + 1] = over ? 1 : survival[k] * (1 - hazard[k]);
                if (over || k + 1 == hazard.length) {
                    Arrays.fill(until, begun, k + 1, k + 1);
                    begun = k + 1;
                }
            }
        }

        /** One step of EM; returns how far the estimate before it was from the best. */
        private double improve() {
            survive();
            var size = hazard.length + 1;
            var inside = new double[size];
            var beyond = new double[size];
            var passed = new double[size];
            var after = new double[size];
            for (var i = 0; i < seen.size(); i++) {
                var it = seen.get(i);
                double count = times.get(i);
                var end = until[it.entry()];
                var last = Math.min(it.last(), end);
                // at the end of all cells nothing is left: what was never seen to end has the last one to end in
                var rest = last == end ? 0 : survival[last];
                var chance = count / (survival[it.first()] - rest);
                inside[it.first()] += chance;
                inside[last] -= chance;
                beyond[it.first()] += chance * rest;
                beyond[last] -= chance * rest;
                passed[it.entry()] += count;
                passed[it.first()] -= count;
                after[it.entry()] += count / survival[it.entry()];
                after[end] -= count / survival[it.entry()];
            }
            for (var sums : List.of(inside, beyond, passed, after)) Arrays.parallelPrefix(sums, Double::sum);
            var gap = Double.NEGATIVE_INFINITY;
            for (var k = 0; k < hazard.length; k++) {
                gap = Math.max(gap, (inside[k] - after[k]) / observed);
                var ended = survival[k] * hazard[k] * inside[k];
                var atRisk = passed[k] + survival[k] * inside[k] - beyond[k];
                hazard[k] = atRisk > 0 ? Math.min(1, ended / atRisk) : 0;
            }
            return gap;
        }

        private List<Step> steps() {
            var steps = new ArrayList<Step>();
            var left = 1.0;
            for (var k = 0; k < hazard.length; k++) {
                var mass = left * hazard[k];
                left -= mass;
                if (mass > NO_MASS)
                    steps.add(new Step(cells.get(k).from(), cells.get(k).to(), mass, left < NO_MASS ? 0 : left));
            }
            return steps;
        }
    }
}

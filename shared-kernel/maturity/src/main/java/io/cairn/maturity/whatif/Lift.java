package io.cairn.maturity.whatif;

import io.cairn.language.QuestionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fewest changes, and among those the least effort, that reach one bar: {@code Σ gain ≥ need} and
 * {@code Σ cover ≥ open}, all forced items among them.
 *
 * <p>What the best answers to the forced ones leave over takes at least as many others as the largest gains that fill
 * it, and the largest covers likewise. A first pick takes the largest of both; a depth-first search then looks for
 * fewer, and at that number for less effort, cut off by those bounds.
 */
final class Lift {
    static final double NOISE = 1e-12;

    /** Of more changes than that only the first pick is taken: the search goes as deep as there are changes. */
    private static final int DEEPEST = 400;

    private final List<Item> forced;
    private final List<Item> free;
    private final double need;
    private final double open;
    private final Budget budget;

    /** Sums from a place on to the end of the forced items. */
    private final double[] forcedGains;

    private final double[] forcedCovers;
    private final double[] forcedEfforts;

    /** Sums of the first so many of the free items, which stand in the order of their gains. */
    private final double[] gains;

    /** Sums of the so many largest covers. */
    private final double[] covers;

    /** The most that effort gains. */
    private final double yield;

    private final ArrayList<Item> chosen = new ArrayList<>();
    private final ArrayList<Integer> options = new ArrayList<>();
    private Pick best;
    private int count;

    private Lift(List<Item> items, double need, double open, Budget budget, Pick first) {
        this.need = need;
        this.open = open;
        this.budget = budget;
        this.best = first;
        forced = items.stream().filter(Item::forced).toList();
        free = free(items);
        forcedGains = fromEnd(forced, Item::best);
        forcedCovers = fromEnd(forced, Item::cover);
        forcedEfforts = fromEnd(forced, item -> item.effort(0));
        gains = fromStart(free, Item::best);
        covers = fromStart(
                free.stream()
                        .sorted(Comparator.comparingDouble(Item::cover).reversed())
                        .toList(),
                Item::cover);
        yield = items.stream()
                .filter(item -> item.question().weight() > 0)
                .mapToDouble(item -> item.part() / item.question().weight())
                .max()
                .orElse(0);
    }

    /** Null when not even the best answers to all items do. */
    static @Nullable Pick least(List<Item> items, double need, double open, Budget budget) {
        var first = FirstPick.of(items, need, open);
        return first == null ? null : new Lift(items, need, open, budget, first).least();
    }

    static List<Item> free(List<Item> items) {
        return items.stream()
                .filter(item -> !item.forced() && (item.best() > NOISE || item.cover() > NOISE))
                .sorted(Comparator.comparingDouble(Item::best).reversed())
                .toList();
    }

    private Pick least() {
        count = forced.size() + bound();
        while (true) {
            if (count > DEEPEST) return new Pick(best.answers(), best.effort(), count, false);
            descend(0, 0, count - forced.size(), 0, 0, 0);
            if (best.count() <= count || budget.isSpent())
                return new Pick(
                        best.answers(),
                        best.effort(),
                        Math.min(count, best.count()),
                        best.count() <= count && !budget.isSpent());
            count++;
        }
    }

    /** How many of the free ones it takes at least. */
    private int bound() {
        var fewest = 0;
        while (fewest < free.size()
                && (gains[fewest] + forcedGains[0] < need - NOISE || covers[fewest] + forcedCovers[0] < open - NOISE))
            fewest++;
        return fewest;
    }

    /**
     * @param place among the forced items, which come first
     * @param from where among the free ones the next is picked
     * @param picks of free ones still to be made
     */
    private void descend(int place, int from, int picks, double gain, double cover, double effort) {
        if (!budget.step() || isFutile(place, from, picks, gain, cover, effort)) return;
        if (place < forced.size()) {
            take(
                    forced.get(place),
                    forcedGains[place + 1] + gains[from + picks] - gains[from],
                    new Sums(gain, cover, effort),
                    sums -> descend(place + 1, from, picks, sums.gain, sums.cover, sums.effort));
        } else if (picks == 0) {
            found(effort);
        } else {
            for (var i = from; i + picks <= free.size() && !budget.isSpent(); i++) {
                var next = i + 1;
                var others = gains[i + picks] - gains[next];
                if (gain + free.get(i).best() + others < need - NOISE) return;
                take(
                        free.get(i),
                        others,
                        new Sums(gain, cover, effort),
                        sums -> descend(place, next, picks - 1, sums.gain, sums.cover, sums.effort));
            }
        }
    }

    private record Sums(double gain, double cover, double effort) {}

    private interface Next {
        void go(Sums sums);
    }

    /** Each of its options that is enough if the others gain {@code others}, the most they can. */
    private void take(Item item, double others, Sums sums, Next next) {
        for (var option = item.least(need - sums.gain - others - NOISE);
                option < item.options().size() && !budget.isSpent();
                option++) {
            chosen.add(item);
            options.add(option);
            next.go(new Sums(
                    sums.gain + item.gain(option), sums.cover + item.cover(), sums.effort + item.effort(option)));
            chosen.removeLast();
            options.removeLast();
            if (others <= 0) return;
        }
    }

    private boolean isFutile(int place, int from, int picks, double gain, double cover, double effort) {
        if (from + picks > free.size()) return true;
        if (gain + forcedGains[place] + gains[from + picks] - gains[from] < need - NOISE) return true;
        if (cover + forcedCovers[place] + covers[picks] < open - NOISE) return true;
        var left = Math.max(forcedEfforts[place], yield > 0 ? (need - gain) / yield : 0);
        return best.count() <= count && effort + left >= best.effort() - Pick.NOISE;
    }

    private void found(double effort) {
        var answers = new HashMap<QuestionKey, Steps.Step>();
        for (var i = 0; i < chosen.size(); i++)
            answers.put(chosen.get(i).question().key(), chosen.get(i).options().get(options.get(i)));
        best = new Pick(answers, effort, 0, false);
    }

    static double[] fromStart(List<Item> items, ToDoubleFunction<Item> figure) {
        var sums = new double[items.size() + 1];
        for (var i = 0; i < items.size(); i++) sums[i + 1] = sums[i] + figure.applyAsDouble(items.get(i));
        return sums;
    }

    private static double[] fromEnd(List<Item> items, ToDoubleFunction<Item> figure) {
        var sums = new double[items.size() + 1];
        for (var i = items.size() - 1; i >= 0; i--) sums[i] = sums[i + 1] + figure.applyAsDouble(items.get(i));
        return sums;
    }
}

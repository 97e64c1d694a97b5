package io.cairn.maturity.whatif;

import io.cairn.language.QuestionKey;
import io.cairn.maturity.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What it takes to reach bars, taken apart into knots that have nothing to do with each other. */
final class Costs {
    private static final long STEPS = 2_000_000;

    private final Situation situation;
    private final Budget budget = new Budget(STEPS);
    private final Map<List<String>, Knot.Untied> known = new HashMap<>();
    private @Nullable Bar obstacle;
    private boolean whole = true;

    Costs(Situation situation) {
        this.situation = situation;
    }

    /** Null when the bars cannot be reached. */
    @Nullable
    Pick of(List<Bar> bars) {
        var pick = Pick.NOTHING;
        for (var knot : knots(bars)) {
            var untied = known.computeIfAbsent(
                    knot.stream().map(Bar::key).toList(), names -> Knot.untie(situation, knot, budget));
            if (!untied.whole()) whole = false;
            if (untied.pick() == null) {
                if (obstacle == null) obstacle = untied.obstacle();
                return null;
            }
            pick = pick.plus(untied.pick());
        }
        return pick;
    }

    /** Whether everything was tried. */
    boolean isWhole() {
        return whole;
    }

    /** The first bar that could not be reached. */
    @Nullable
    Bar obstacle() {
        return obstacle;
    }

    /** Bars that depend on the same questions, or on questions of each other, are one knot. */
    private List<List<Bar>> knots(List<Bar> bars) {
        var knots = new ArrayList<Tied>();
        for (var bar : bars) {
            var tied = new Tied(new ArrayList<>(List.of(bar)), on(bar), own(bar));
            for (var other : List.copyOf(knots))
                if (other.isTiedTo(tied)) {
                    knots.remove(other);
                    tied.add(other);
                }
            knots.add(tied);
        }
        return knots.stream().map(Tied::bars).toList();
    }

    private Set<QuestionKey> on(Bar bar) {
        return new HashSet<>(Knot.hinges(situation, List.of(bar)).keySet());
    }

    private static Set<QuestionKey> own(Bar bar) {
        return bar.questions().stream().map(Question::key).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * @param on questions on whose answers it depends what is asked
     * @param own questions that count for the bars
     */
    private record Tied(List<Bar> bars, Set<QuestionKey> on, Set<QuestionKey> own) {
        boolean isTiedTo(Tied other) {
            return !Collections.disjoint(on, other.own)
                    || !Collections.disjoint(own, other.on)
                    || !Collections.disjoint(on, other.on);
        }

        void add(Tied other) {
            bars.addAll(0, other.bars);
            on.addAll(other.on);
            own.addAll(other.own);
        }
    }
}

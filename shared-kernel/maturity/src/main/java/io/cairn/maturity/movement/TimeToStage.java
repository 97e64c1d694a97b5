package io.cairn.maturity.movement;

import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Interval;
import io.cairn.maturity.survival.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long until a stage, or one above it, is first seen; in years. The clock starts for all together with the window,
 * or for each unit when it is at {@code since}.
 *
 * @param goal ordinal
 * @param since ordinal, below {@code goal}; null for the clock of all
 */
public record TimeToStage(int goal, @Nullable Integer since, Window window) {
    private static final double MONTHS = 12;

    /**
     * @param spans of those that were under way; {@link Ending#ADVANCE} is the goal reached, {@link Ending#LEAVE} a unit
     *     gone before
     * @param late of {@code spans}, those that entered after the clock started (left truncation)
     * @param alreadyThere units that had been at the goal before they could be observed
     * @param unknownBeginning units first seen above {@code since}, or there when that is not the first stage
     */
    public record Waiting(List<Span> spans, int late, int alreadyThere, int unknownBeginning) {
        public Waiting {
            spans = List.copyOf(spans);
        }
    }

    private record Found(Waiting waiting, List<Interval> intervals) {}

    public Waiting of(List<Journey> journeys) {
        return find(journeys).waiting();
    }

    /**
     * Of the same units, by what is certain: it came to the goal after the last time it was seen below, and at the first
     * time it was seen there at the latest. A unit that is gone is not known to have come there.
     */
    public List<Interval> intervals(List<Journey> journeys) {
        return find(journeys).intervals();
    }

    private Found find(List<Journey> journeys) {
        var spans = new ArrayList<Span>();
        var intervals = new ArrayList<Interval>();
        var alreadyThere = 0;
        var unknown = 0;
        var start = start(journeys);
        for (var journey : journeys) {
            var spells = Spell.of(journey, window);
            if (spells.isEmpty()) continue;
            var reached = firstAtGoal(spells);
            var origin = since == null ? (Double) start : begin(spells);
            if (origin == null) {
                if (foundUnderWay(spells.getFirst())) unknown++;
                continue;
            }
            var entry = Math.max(window.enter(origin), spells.getFirst().begin());
            if (reached != null && reached <= entry) alreadyThere++;
            else if (span(origin, entry, reached, spells.getLast(), spans))
                intervals.add(interval(journey, origin, entry, reached));
        }
        var late = (int) spans.stream().filter(it -> it.entry() > 0).count();
        return new Found(new Waiting(spans, late, alreadyThere, unknown), intervals);
    }

    /** Where all share a clock, it starts with the window, or with the first stage that anybody was seen at. */
    private double start(List<Journey> journeys) {
        var from = window.from();
        if (from != null) return from;
        return journeys.stream().mapToInt(it -> it.first().month()).min().orElse(0);
    }

    /** Whether there is any time to tell of. */
    private static boolean span(double origin, double entry, @Nullable Double reached, Spell last, List<Span> spans) {
        var exit = reached != null ? reached : last.end();
        if (exit <= entry) return false;
        var ending = reached != null ? Ending.ADVANCE : last.ending() == Ending.LEAVE ? Ending.LEAVE : null;
        spans.add(new Span((entry - origin) / MONTHS, (exit - origin) / MONTHS, ending));
        return true;
    }

    private Interval interval(Journey journey, double origin, double entry, @Nullable Double reached) {
        var last = origin;
        var known = origin;
        for (var seen : journey.seen()) {
            if (seen.month() > window.to() || (reached != null && seen.month() >= reached)) break;
            last = seen.month();
            if (seen.month() <= entry) known = seen.month();
        }
        return Stay.between(origin, known, last, reached == null ? Double.POSITIVE_INFINITY : reached);
    }

    private @Nullable Double firstAtGoal(List<Spell> spells) {
        for (var spell : spells) if (spell.stage() >= goal) return spell.begin();
        return null;
    }

    /** When it is first known to have come to {@code since}. */
    private @Nullable Double begin(List<Spell> spells) {
        for (var spell : spells)
            if (since != null && spell.stage() == since && spell.beginning() != Spell.Beginning.FOUND)
                return spell.begin();
        return null;
    }

    private boolean foundUnderWay(Spell first) {
        return first.beginning() == Spell.Beginning.FOUND
                && since != null
                && first.stage() >= since
                && first.stage() < goal;
    }
}

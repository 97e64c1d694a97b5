package io.cairn.maturity.movement;

import io.cairn.maturity.survival.Ending;
import io.cairn.maturity.survival.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's uninterrupted time in one stage, in months, as it was seen: from the period that first showed the stage to
 * the period that first showed another one, to the day on which the unit left, or to the period that last showed it. A
 * change between two periods may have happened at any time between them; it counts at the later one.
 *
 * @param end after {@code begin}, or the same
 * @param ending null while it goes on
 * @param next the stage it went to; null when it goes on or the unit left
 */
public record Spell(
        String unit,
        int stage,
        Beginning beginning,
        double begin,
        double end,
        @Nullable Ending ending,
        @Nullable Integer next) {
    private static final int FIRST_STAGE = 1;
    private static final double MONTHS = 12;

    /** How much is known of when it began. */
    public enum Beginning {
        /** The journey was first seen, in its first stage: where every journey begins. */
        STARTED,
        /** The period before showed another stage. */
        MOVED,
        /** The journey was first seen, above its first stage: how long it had been there is unknown. */
        FOUND
    }

    /** In order; what was seen and who left after {@code window} is not known to them. */
    public static List<Spell> of(Journey journey, Window window) {
        var spells = new ArrayList<Spell>();
        var seen =
                journey.seen().stream().filter(it -> it.month() <= window.to()).toList();
        var i = 0;
        while (i < seen.size()) {
            var first = seen.get(i);
            var j = i;
            while (j < seen.size() && seen.get(j).stage() == first.stage()) j++;
            spells.add(spell(journey, seen, i, j, window));
            i = j;
        }
        return spells;
    }

    private static Spell spell(Journey journey, List<Seen> seen, int from, int to, Window window) {
        var first = seen.get(from);
        var beginning = from > 0 ? Beginning.MOVED : first.stage() <= FIRST_STAGE ? Beginning.STARTED : Beginning.FOUND;
        double end = seen.get(to - 1).month();
        Ending ending = null;
        Integer next = null;
        var left = journey.left();
        if (to < seen.size()) {
            end = seen.get(to).month();
            next = seen.get(to).stage();
            ending = next > first.stage() ? Ending.ADVANCE : Ending.REGRESS;
        } else if (left != null && left <= window.to()) {
            end = left;
            ending = Ending.LEAVE;
        }
        return new Spell(journey.unit(), first.stage(), beginning, first.month(), end, ending, next);
    }

    /** Months within the window; 0 for one that was over before, or that was seen once. */
    public double months(Window window) {
        return Math.max(0, end - window.enter(begin));
    }

    /** Whether it ended within the window. */
    public boolean ended(Window window) {
        return ending != null && !window.isBefore(end);
    }

    /**
     * In years since it began; one that began before the window enters late (left truncation). Null where nothing is to
     * be told: of how long it had lasted when it was {@link Beginning#FOUND}, and of what has no time in the window.
     */
    public @Nullable Span span(Window window) {
        if (beginning == Beginning.FOUND || months(window) <= 0) return null;
        return new Span((window.enter(begin) - begin) / MONTHS, (end - begin) / MONTHS, ending);
    }
}

package io.cairn.maturity.movement;

import io.cairn.maturity.survival.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Spell} by what is certain of its length: since the stage was first seen it lasted longer than to the last time
 * it was seen, and no longer than to the first time another one was, or to the day on which the unit left. In years. How
 * long it had lasted before it was first seen is not in it.
 */
public record Stay(int stage, Interval lasted) {
    private static final double MONTHS = 12;

    /** Those of which a curve is made, as {@link Spell#span} has them. */
    public static List<Stay> of(Journey journey, Window window) {
        var stays = new ArrayList<Stay>();
        for (var spell : Spell.of(journey, window))
            if (spell.span(window) != null) stays.add(new Stay(spell.stage(), lasted(spell, journey, window)));
        return stays;
    }

    private static Interval lasted(Spell spell, Journey journey, Window window) {
        var moved = spell.next() != null;
        var last = spell.begin();
        var known = spell.begin();
        for (var seen : journey.seen()) {
            if (seen.month() < spell.begin() || seen.month() > window.to()) continue;
            if (moved ? seen.month() < spell.end() : seen.month() <= spell.end()) {
                last = seen.month();
                if (window.isBefore(seen.month())) known = seen.month();
            }
        }
        return between(spell.begin(), known, last, spell.ending() == null ? Double.POSITIVE_INFINITY : spell.end());
    }

    /** @param known seen to last, before the window: what had ended by then would not be told */
    static Interval between(double origin, double known, double last, double ended) {
        var entry = Math.max(0, known - origin) / MONTHS;
        var left = Math.max(0, last - origin) / MONTHS;
        var right = (ended - origin) / MONTHS;
        return right <= left
                ? Interval.exactly(Math.min(entry, Math.nextDown(right)), right)
                : new Interval(entry, left, right);
    }
}

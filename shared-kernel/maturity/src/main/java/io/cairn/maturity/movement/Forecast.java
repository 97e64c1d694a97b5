package io.cairn.maturity.movement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where units will be, if they go on to move as they did: {@code P(t) = e^{Λt}} of the {@link Exposure#generator rates}
 * seen in a window. Or that the data do not tell, which is not a matter of taste: {@link Untold}.
 */
public sealed interface Forecast {
    /** Rates from fewer changes of stage are little more than anecdotes. */
    int FEWEST_MOVES = 10;

    /** By as many units a stage that may be visited has to have been held. */
    int FEWEST_UNITS = 5;

    /** @param points in the order of the months asked for */
    record Told(List<Point> points) implements Forecast {
        public Told {
            points = List.copyOf(points);
        }
    }

    /** @param stage that too few have been at; null where it is not about one */
    record Untold(Why why, @Nullable Integer stage) implements Forecast {}

    enum Why {
        /** No unit has a stage to start from. */
        NOBODY,
        /** Fewer than {@value Forecast#FEWEST_MOVES} changes of stage. */
        TOO_FEW_MOVES,
        /** Fewer than {@value Forecast#FEWEST_UNITS} units were ever at a stage that may be visited. */
        TOO_FEW_UNITS,
        /** Further ahead than the data reach back. */
        TOO_FAR
    }

    /** @param chances of each stage, in order, and last of having left; they add up to 1 */
    record Point(int month, List<Chance> chances) {
        public Point {
            chances = List.copyOf(chances);
        }
    }

    /**
     * @param share expected of all units there are now; of one unit its probability
     * @param low of the 95 % interval of {@code share}: what is unknown of the rates, not what chance will do
     */
    record Chance(double share, double low, double high) {}

    /**
     * @param stages ordinals, ascending, all that occur
     * @param starts where each unit to be told of was seen last
     * @param months ascending, not before the last start
     */
    static Forecast of(
            List<Integer> stages, List<Journey> journeys, Window window, List<Seen> starts, List<Integer> months) {
        if (starts.isEmpty()) return new Untold(Why.NOBODY, null);
        var units = new ArrayList<Exposure>();
        for (var journey : journeys) units.add(Exposure.of(stages, Spell.of(journey, window), window));
        var all = Exposure.none(stages);
        units.forEach(all::add);
        if (all.moves() < FEWEST_MOVES) return new Untold(Why.TOO_FEW_MOVES, null);
        var lastSeen = starts.stream().mapToInt(Seen::month).max().orElseThrow();
        if (months.getLast() - lastSeen > reachBack(journeys, window)) return new Untold(Why.TOO_FAR, null);
        var scarce = scarce(stages, all, starts);
        if (scarce != null) return new Untold(Why.TOO_FEW_UNITS, scarce);
        return new Told(Outlook.of(stages, starts, months).points(all, units));
    }

    /** Months from the first time anything was seen in the window to the last; 0 for nothing. */
    static int reachBack(List<Journey> journeys, Window window) {
        var seen = journeys.stream()
                .flatMap(it -> it.seen().stream())
                .mapToInt(Seen::month)
                .filter(it -> it <= window.to())
                .summaryStatistics();
        return seen.getCount() == 0 ? 0 : Math.max(0, seen.getMax() - (int) window.enter(seen.getMin()));
    }

    private static @Nullable Integer scarce(List<Integer> stages, Exposure all, List<Seen> starts) {
        var generator = all.generator();
        for (var start : starts.stream().map(Seen::stage).distinct().sorted().toList()) {
            var reached = generator.reach(stages.indexOf(start));
            for (var i = 0; i < stages.size(); i++)
                if (reached[i] && all.units()[i] < FEWEST_UNITS) return stages.get(i);
        }
        return null;
    }
}

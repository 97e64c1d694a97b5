package io.cairn.maturity.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit's stages as they were seen.
 *
 * @param seen in the order of time, at least one, one a month at most, none after the unit left
 * @param left the month, with its fraction, in which the unit left; null while it is there
 */
public record Journey(
        String unit, List<Seen> seen, @Nullable Double left) {
    public Journey {
        seen = List.copyOf(seen);
        if (seen.isEmpty()) throw new IllegalArgumentException("a journey has a stage");
        for (var i = 1; i < seen.size(); i++)
            if (seen.get(i - 1).month() >= seen.get(i).month())
                throw new IllegalArgumentException("stages are in the order of time, one a month");
        if (left != null && left < seen.getLast().month())
            throw new IllegalArgumentException("nothing is seen of who has left");
    }

    public Seen first() {
        return seen.getFirst();
    }

    public Seen last() {
        return seen.getLast();
    }
}

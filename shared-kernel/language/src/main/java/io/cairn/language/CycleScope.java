package io.cairn.language;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which units of the tenant a cycle is about: all, a unit and everything below it, or those listed.
 *
 * @param under null for no subtree
 * @param units empty for no list; without repetition, in the order of their codes
 */
public record CycleScope(@Nullable UnitCode under, List<UnitCode> units) {
    public static final CycleScope ALL = new CycleScope(null, List.of());

    private static final int MOST = 2_000;

    public CycleScope {
        units = List.copyOf(new TreeSet<>(units));
        if (under != null && !units.isEmpty()) throw new InvalidValue("a scope has a subtree or a list, not both");
        if (units.size() > MOST) throw new InvalidValue("a scope lists 2000 units at most");
    }
}

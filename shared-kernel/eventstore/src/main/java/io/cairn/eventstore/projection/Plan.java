package io.cairn.eventstore.projection;

import io.cairn.eventstore.Slots;
import java.util.List;
import java.util.UUID;

/**
 * Who should own which slots. It follows from who is alive, so that all nodes come to the same plan without talking.
 *
 * @param nodes alive, in the order of their ids
 * @param segments a power of two, at least as many as there are nodes as long as there are slots
 */
record Plan(List<UUID> nodes, int segments) {
    static Plan of(List<UUID> alive, int segmentsPerNode) {
        var wanted = Math.min(Slots.COUNT, Math.max(1, alive.size() * segmentsPerNode));
        return new Plan(alive.stream().sorted().toList(), Integer.highestOneBit(2 * wanted - 1));
    }

    /** Segments are dealt out in their order, so that neighbours are often in one hand. */
    UUID owner(int slot) {
        var index = slot * segments / Slots.COUNT;
        return nodes.get((int) ((long) index * nodes.size() / segments));
    }

    /** Of a segment, in slots. */
    int width() {
        return Slots.COUNT / segments;
    }

    /** Whether two are to be one. */
    boolean buddies(Segment lower, Segment upper) {
        return lower.last() + 1 == upper.first()
                && lower.width() == upper.width()
                && lower.first() % (2 * lower.width()) == 0
                && 2 * lower.width() <= width();
    }
}

package io.cairn.eventstore.projection;

import io.cairn.eventstore.Slots;
import io.cairn.eventstore.StoredEvent;
import java.util.List;

/**
 * Rows that follow from events. A view sets facts and never adds differences, so that it can be burned and rebuilt;
 * it reads nothing but the events and its own tables.
 */
public interface View {
    /** Its name and version, as in {@code timeline-v1}; a new version is a new name and new tables. */
    String name();

    /**
     * Its own tables with their schema, as in {@code reporting.timeline}, and so in all its statements; each has a primary
     * key. A rebuild fills others of the same shape and then writes the difference; and statements that touch
     * different ones of them may be executed in another order.
     */
    default List<String> tables() {
        return List.of();
    }

    /**
     * Whose events it needs in order: a tenant's, or only those of each stream. What it writes for an event may touch
     * rows of that tenant, or of that stream, alone; the others are written at the same time elsewhere.
     */
    default Slots.By order() {
        return Slots.By.TENANT;
    }

    /**
     * Writes what the event changes. Events come in order, each exactly once; but one that fails for its own fault, by an
     * exception or a value the database refuses, is set aside, and with it what follows in its stream.
     */
    void apply(StoredEvent event, Rows rows);
}

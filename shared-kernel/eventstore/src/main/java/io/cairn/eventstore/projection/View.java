package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;
import java.util.List;

/**
 * Rows that follow from events. A view sets facts and never adds differences, so that it can be burned and rebuilt;
 * it reads nothing but the events and its own tables.
 */
public interface View {
    /** Its name and version, as in {@code timeline-v1}; a new version is a new name and new tables. */
    String name();

    /** Its own tables with their schema, as in {@code reporting.timeline}; a rebuild empties them. */
    default List<String> tables() {
        return List.of();
    }

    /** Writes what the event changes. Events come in order, each exactly once. */
    void apply(StoredEvent event, Rows rows);
}

package io.cairn.eventstore.torture;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.SeenView;
import io.cairn.language.event.UnitEvent.UnitRenamed;

/** A view that cannot take every event. */
final class StumblingView extends SeenView {
    static final String POISON = "poison";

    @Override
    public void apply(StoredEvent event, Rows rows) {
        if (event.event() instanceof UnitRenamed renamed && renamed.name().equals(POISON))
            throw new IllegalArgumentException("a view may have a fault");
        super.apply(event, rows);
    }
}

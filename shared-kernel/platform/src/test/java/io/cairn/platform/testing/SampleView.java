package io.cairn.platform.testing;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.event.UnitEvent.UnitRenamed;

/** Has no rows, only a position; a unit renamed to "stuck" is more than it can take. */
final class SampleView implements View {
    @Override
    public String name() {
        return "sample-v1";
    }

    @Override
    public void apply(StoredEvent event, Rows rows) {
        if (event.event() instanceof UnitRenamed renamed && renamed.name().equals("stuck"))
            throw new IllegalStateException("the view is stuck");
    }
}

package io.cairn.platform.testing;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.util.List;

/** Writes no rows; its table is there in tests that make one; a unit renamed to "stuck" is more than it can take. */
final class SampleView implements View {
    @Override
    public String name() {
        return "sample-v1";
    }

    @Override
    public List<String> tables() {
        return List.of("platform.sample_name");
    }

    @Override
    public void apply(StoredEvent event, Rows rows) {
        if (event.event() instanceof UnitRenamed renamed && renamed.name().equals("stuck"))
            throw new IllegalStateException("the view is stuck");
    }
}

package io.cairn.platform.testing;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.util.List;

/**
 * Writes a row for a unit renamed to "shown" only, as its table is there in tests that make one; one renamed to "stuck"
 * is more than it can take.
 */
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
        if (!(event.event() instanceof UnitRenamed renamed)) return;
        if (renamed.name().equals("stuck")) throw new IllegalStateException("the view is stuck");
        if (renamed.name().equals("shown"))
            rows.execute("insert into platform.sample_name values (?, ?)", event.position(), renamed.name());
    }
}

package io.cairn.bench.ours;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Rows;
import io.cairn.eventstore.projection.View;
import java.util.List;

/** One row per event. */
public final class AnsweredView implements View {
    public static final String NAME = "answered-v1";

    private static final String INSERT = "insert into bench.answered"
            + " (tenant_id, position, stream_id, version, name, recorded_at) values (?, ?, ?, ?, ?, ?)";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("bench.answered");
    }

    @Override
    public void apply(StoredEvent event, Rows rows) {
        rows.execute(
                INSERT,
                event.tenant().value(),
                event.position(),
                event.stream().value(),
                event.version(),
                event.event().getClass().getSimpleName(),
                event.recordedAt());
    }
}

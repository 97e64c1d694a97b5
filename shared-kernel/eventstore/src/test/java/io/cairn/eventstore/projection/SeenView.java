package io.cairn.eventstore.projection;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.event.UnitEvent;
import java.util.List;

/** A row for each event, which a second time would be refused, and the last name of each unit. */
public class SeenView implements View {
    @Override
    public String name() {
        return "seen-v1";
    }

    @Override
    public List<String> tables() {
        return List.of("sample.seen", "sample.last_name");
    }

    @Override
    public void apply(StoredEvent event, Rows rows) {
        rows.execute(
                "insert into sample.seen (tenant_id, position, name, recorded_at, nothing) values (?, ?, ?, ?, ?)",
                event.tenant().value(),
                event.position(),
                event.event().getClass().getSimpleName(),
                event.recordedAt(),
                null);
        if (event.event() instanceof UnitEvent.UnitRenamed renamed)
            rows.execute("""
                    insert into sample.last_name (tenant_id, stream_id, name, version) values (?, ?, ?, ?)
                    on conflict (tenant_id, stream_id) do update set name = excluded.name, version = excluded.version
                    """, event.tenant().value(), event.stream().value(), renamed.name(), event.version());
    }
}

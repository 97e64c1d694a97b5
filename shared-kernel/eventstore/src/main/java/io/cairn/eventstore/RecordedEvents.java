package io.cairn.eventstore;

import io.cairn.eventstore.json.EventJson;
import io.cairn.language.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events by their place in the store, for views that remember where something was said instead of copying the words. */
public final class RecordedEvents {
    private static final String AT =
            EventRows.SELECT + "where e.tenant_id = :tenant and e.position = any(:positions) order by e.position";

    private static final String OF_STREAMS = EventRows.SELECT
            + "where e.tenant_id = :tenant and e.stream_id = any(:streams::uuid[]) and e.recorded_at <= :at order by e.position";

    private final EventJson json;

    public RecordedEvents(EventJson json) {
        this.json = json;
    }

    /** By position, in one query through the tenant's own connection; of another tenant's events there is nothing. */
    public Map<Long, StoredEvent> at(JdbcClient jdbc, TenantId tenant, Collection<Long> positions) {
        if (positions.isEmpty()) return Map.of();
        List<StoredEvent> events = jdbc.sql(AT)
                .param("tenant", tenant.value())
                .param("positions", positions.toArray(Long[]::new))
                .query(rows -> {
                    return EventRows.all(rows, json);
                });
        return events.stream().collect(Collectors.toMap(StoredEvent::position, Function.identity()));
    }

    /** Of whole streams as they were known at that time, in the order of positions; of another tenant's there is nothing. */
    public List<StoredEvent> of(JdbcClient jdbc, TenantId tenant, Collection<UUID> streams, Instant at) {
        if (streams.isEmpty()) return List.of();
        return jdbc.sql(OF_STREAMS)
                .param("tenant", tenant.value())
                .param("streams", streams.stream().map(UUID::toString).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(rows -> {
                    return EventRows.all(rows, json);
                });
    }
}

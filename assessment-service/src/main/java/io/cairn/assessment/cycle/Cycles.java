package io.cairn.assessment.cycle;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import io.cairn.language.event.CycleEvent;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A cycle as its own stream tells it, so never behind. */
@Component
public final class Cycles {
    private final StreamReader streams;

    Cycles(StreamReader streams) {
        this.streams = streams;
    }

    public record Found(UUID id, CycleState.Known state, long version) {}

    /** @throws io.cairn.language.Rejected when the tenant has no such cycle */
    public Found find(TenantId tenant, UUID id) {
        var state = CycleState.NONE;
        var version = -1L;
        for (StoredEvent stored : streams.read(new StreamId(tenant, StreamType.CYCLE, id))) {
            if (stored.event() instanceof CycleEvent event) state = state.evolve(event);
            version = stored.version();
        }
        return new Found(id, state.known(), version);
    }
}

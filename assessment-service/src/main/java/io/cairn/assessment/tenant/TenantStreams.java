package io.cairn.assessment.tenant;

import io.cairn.eventstore.StreamReader;
import io.cairn.language.CyclePlan;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TenantSettings;
import io.cairn.language.event.TenantEvent;
import java.util.List;

/** Reads tenants from their streams. */
final class TenantStreams implements Tenants, CyclePlans {
    private final StreamReader streams;

    TenantStreams(StreamReader streams) {
        this.streams = streams;
    }

    /** @param version of the stream, -1 when it has no event */
    record Found(TenantState state, long version) {}

    Found find(TenantId tenant) {
        var state = TenantState.NONE;
        var version = -1L;
        for (var stored : streams.read(StreamId.tenant(tenant))) {
            if (stored.event() instanceof TenantEvent event) state = state.evolve(event);
            version = stored.version();
        }
        return new Found(state, version);
    }

    @Override
    public TenantSettings settings(TenantId tenant) {
        return find(tenant).state().last().settings();
    }

    @Override
    public boolean closed(TenantId tenant) {
        return find(tenant).state() instanceof TenantState.Closed;
    }

    @Override
    public List<CyclePlan> cyclePlans(TenantId tenant) {
        var state = find(tenant).state();
        return state instanceof TenantState.Closed
                ? List.of()
                : state.registered().plans();
    }
}

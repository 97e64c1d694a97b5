package io.cairn.assessment.unit;

import io.cairn.assessment.Name;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads units from their streams. */
final class UnitStreams implements Units {
    private final StreamReader streams;
    private final Clock clock;

    UnitStreams(StreamReader streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /** @param version of the stream, -1 when it has no event */
    record Found(UnitState state, long version) {}

    Found find(TenantId tenant, UnitCode code) {
        var state = UnitState.NONE;
        var version = -1L;
        for (var stored : streams.read(StreamId.unit(tenant, code))) {
            if (stored.event() instanceof UnitEvent event) state = state.evolve(event);
            version = stored.version();
        }
        return new Found(state, version);
    }

    @Override
    public void mustBeActive(TenantId tenant, UnitCode unit) {
        switch (find(tenant, unit).state()) {
            case UnitState.Unknown ignored -> throw new Rejected(new Rejection.UnknownUnit(unit));
            case UnitState.Known it -> {
                if (it.isRetiredOn(LocalDate.now(clock))) throw new Rejected(new Rejection.UnitIsRetired(unit));
            }
        }
    }

    @Override
    public boolean exists(TenantId tenant, UnitCode unit) {
        return !find(tenant, unit).state().equals(UnitState.NONE);
    }

    @Override
    public Set<UnitCode> unknown(TenantId tenant, Collection<UnitCode> units) {
        var ids = units.stream().map(unit -> StreamId.unit(tenant, unit)).toList();
        var begun = streams.begun(tenant, ids);
        return units.stream()
                .filter(unit -> !begun.contains(StreamId.unit(tenant, unit).value()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<UnitEvent> adding(TenantId tenant, UnitCode unit, String name) {
        return AddUnit.decide(new AddUnit(tenant, unit, new Name(name), null), UnitState.NONE);
    }

    /** The unit and everything above it, up to the top; a loop, were there ever one, is walked once. */
    List<UnitCode> upFrom(TenantId tenant, UnitCode unit) {
        var path = new ArrayList<UnitCode>();
        for (var next = unit; next != null && !path.contains(next); ) {
            path.add(next);
            next = find(tenant, next).state() instanceof UnitState.Known it ? it.parent() : null;
        }
        return path;
    }
}

package io.cairn.assessment.unit;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import io.cairn.platform.command.Command;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Several changes of one unit, all or nothing: each is decided on what the ones before it left.
 *
 * @param today the day on which it is decided
 */
record AmendUnit(TenantId tenant, UnitCode code, List<UnitChange> changes, LocalDate today) implements Command {
    AmendUnit {
        changes = List.copyOf(changes);
    }

    @Override
    public StreamId stream() {
        return StreamId.unit(tenant, code);
    }

    static List<UnitEvent> decide(AmendUnit command, UnitState state) {
        if (state.known().isRetiredOn(command.today())) throw new Rejected(new Rejection.UnitIsRetired(command.code()));
        var decided = new ArrayList<UnitEvent>();
        for (var change : command.changes()) {
            var events = decide(change, state.known());
            for (var event : events) state = state.evolve(event);
            decided.addAll(events);
        }
        return decided;
    }

    private static List<UnitEvent> decide(UnitChange change, UnitState.Known unit) {
        return switch (change) {
            case RenameUnit it -> RenameUnit.decide(it, unit);
            case MoveUnit it -> MoveUnit.decide(it, unit);
            case RetireUnit it -> RetireUnit.decide(it, unit);
        };
    }
}

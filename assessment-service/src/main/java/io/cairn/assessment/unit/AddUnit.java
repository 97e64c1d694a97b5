package io.cairn.assessment.unit;

import io.cairn.assessment.Name;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.platform.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit joins the tree, at the top or below another. A code is never given twice, not even after retirement. */
record AddUnit(
        TenantId tenant, UnitCode code, Name name, @Nullable UnitCode parent) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.unit(tenant, code);
    }

    static List<UnitEvent> decide(AddUnit command, UnitState state) {
        return switch (state) {
            case UnitState.Unknown ignored ->
                List.of(new UnitAdded(command.code(), command.name().value(), command.parent()));
            case UnitState.Known ignored ->
                throw new Rejected(
                        new Rejection.AlreadyExists("unit", command.stream().value()));
        };
    }
}

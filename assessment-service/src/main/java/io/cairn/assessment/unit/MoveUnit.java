package io.cairn.assessment.unit;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitMoved;
import java.util.List;
import java.util.Objects;

/**
 * The unit goes below another, or to the top.
 *
 * @param above the new parent, then everything above it up to the top, as it stands now; empty to move to the top
 */
record MoveUnit(List<UnitCode> above) implements UnitChange {
    MoveUnit {
        above = List.copyOf(above);
    }

    static List<UnitEvent> decide(MoveUnit change, UnitState.Known unit) {
        var parent = change.above().isEmpty() ? null : change.above().getFirst();
        if (parent != null && change.above().contains(unit.code()))
            throw new Rejected(new Rejection.UnitBelowItself(unit.code(), parent));
        return Objects.equals(unit.parent(), parent) ? List.of() : List.of(new UnitMoved(unit.code(), parent));
    }
}

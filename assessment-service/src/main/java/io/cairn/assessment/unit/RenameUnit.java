package io.cairn.assessment.unit;

import io.cairn.assessment.Name;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.util.List;

/** The code stays, the name changes. */
record RenameUnit(Name name) implements UnitChange {
    static List<UnitEvent> decide(RenameUnit change, UnitState.Known unit) {
        return unit.name().equals(change.name().value())
                ? List.of()
                : List.of(new UnitRenamed(unit.code(), change.name().value()));
    }
}

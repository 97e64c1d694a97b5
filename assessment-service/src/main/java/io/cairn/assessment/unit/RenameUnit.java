package io.cairn.assessment.unit;

import io.cairn.language.WellFormed;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import java.util.List;

/** The code stays, the name changes. */
record RenameUnit(String name) implements UnitChange {
    RenameUnit {
        WellFormed.name("a name", name, 200);
    }

    static List<UnitEvent> decide(RenameUnit change, UnitState.Known unit) {
        return unit.name().equals(change.name()) ? List.of() : List.of(new UnitRenamed(unit.code(), change.name()));
    }
}

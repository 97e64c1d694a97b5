package io.cairn.assessment.unit;

import io.cairn.language.FreeText;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitRetired;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unit counts until its last day and not after; what it did before stays in every report. */
record RetireUnit(LocalDate lastDay, @Nullable FreeText reason) implements UnitChange {
    static List<UnitEvent> decide(RetireUnit change, UnitState.Known unit) {
        return change.lastDay().equals(unit.lastDay())
                ? List.of()
                : List.of(new UnitRetired(unit.code(), change.lastDay(), change.reason()));
    }
}

package io.cairn.assessment.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit as clients see it. */
record UnitBody(
        String code,
        String name,
        @Nullable String parent,
        @Nullable Retired retired) {

    /** @param lastDay the last day on which it counts */
    record Retired(LocalDate lastDay) {}

    static UnitBody of(UnitState.Known unit) {
        var parent = unit.parent();
        var lastDay = unit.lastDay();
        return new UnitBody(
                unit.code().value(),
                unit.name(),
                parent == null ? null : parent.value(),
                lastDay == null ? null : new Retired(lastDay));
    }
}

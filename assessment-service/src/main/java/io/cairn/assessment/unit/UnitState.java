package io.cairn.assessment.unit;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.UnitCode;
import io.cairn.language.event.UnitEvent;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.language.event.UnitEvent.UnitRetired;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a unit: nothing until it is added. */
sealed interface UnitState {
    UnitState NONE = new Unknown();

    record Unknown() implements UnitState {}

    /** @param lastDay the last day on which the unit counts, null while it has none */
    record Known(
            UnitCode code,
            String name,
            @Nullable UnitCode parent,
            @Nullable LocalDate lastDay) implements UnitState {

        /** Retiring is announced with a last day, and until then changes nothing. */
        boolean isRetiredOn(LocalDate day) {
            return lastDay != null && lastDay.isBefore(day);
        }
    }

    default UnitState evolve(UnitEvent event) {
        return switch (event) {
            case UnitAdded it -> new Known(it.code(), it.name(), it.parent(), null);
            case UnitRenamed it -> new Known(it.code(), it.name(), known().parent(), known().lastDay());
            case UnitMoved it -> new Known(it.code(), known().name(), it.parent(), known().lastDay());
            case UnitRetired it -> new Known(it.code(), known().name(), known().parent(), it.lastDay());
        };
    }

    default Known known() {
        return switch (this) {
            case Unknown ignored -> throw new Rejected(new Rejection.NotFound("unit"));
            case Known it -> it;
        };
    }
}

package io.cairn.language.event;

import io.cairn.language.FreeText;
import io.cairn.language.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The life of a unit: a company, business unit, brand or market. */
public sealed interface UnitEvent extends Event {
    UnitCode code();

    record UnitAdded(UnitCode code, String name, @Nullable UnitCode parent) implements UnitEvent {}

    record UnitRenamed(UnitCode code, String name) implements UnitEvent {}

    record UnitMoved(UnitCode code, @Nullable UnitCode parent) implements UnitEvent {}

    /** @param lastDay the last day on which the unit still counts */
    record UnitRetired(
            UnitCode code, LocalDate lastDay, @Nullable FreeText reason) implements UnitEvent {}
}

package io.cairn.assessment.unit;

/** One of the changes that may come together in an {@link AmendUnit}. */
sealed interface UnitChange permits RenameUnit, MoveUnit, RetireUnit {}

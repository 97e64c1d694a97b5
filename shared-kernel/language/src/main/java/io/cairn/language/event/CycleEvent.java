package io.cairn.language.event;

import io.cairn.language.CycleScope;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.ReminderDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The life of a cycle: a tenant's round of assessments of one model in one period. */
public sealed interface CycleEvent extends Event {
    /**
     * @param firstDay of the period under the tenant's calendar when the cycle was opened; the calendar may change
     * @param lastDay inclusive
     */
    record CycleOpened(
            ModelRef model,
            Period period,
            LocalDate firstDay,
            LocalDate lastDay,
            CycleScope scope,
            ReminderDays reminderDays)
            implements CycleEvent {}

    record CycleClosed(@Nullable FreeText reason) implements CycleEvent {}
}

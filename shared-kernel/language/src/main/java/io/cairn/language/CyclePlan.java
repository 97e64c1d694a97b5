package io.cairn.language;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a tenant assesses these units under this model, in one period or in every period of its calendar. */
public record CyclePlan(ModelRef model, CycleScope scope, ReminderDays reminderDays) {
    /**
     * As people say it.
     *
     * @param reminderDays null for the usual ones
     */
    public static CyclePlan of(
            ModelRef model, @Nullable UnitCode under, List<UnitCode> units, @Nullable ReminderDays reminderDays) {
        return new CyclePlan(
                model, new CycleScope(under, units), Objects.requireNonNullElse(reminderDays, ReminderDays.DEFAULT));
    }
}

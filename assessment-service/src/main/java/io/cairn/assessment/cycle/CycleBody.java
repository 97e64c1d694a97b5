package io.cairn.assessment.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.CycleScope;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.ReminderDays;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A cycle as the API shows it.
 *
 * @param lastDay of the period, inclusive; whoever finalizes later is late
 * @param reminderDays before the last one on which reminders are due
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CycleBody(
        UUID id,
        ModelRef model,
        Period period,
        LocalDate firstDay,
        LocalDate lastDay,
        CycleScope scope,
        ReminderDays reminderDays,
        boolean closed,
        long version) {
    public static CycleBody of(Cycles.Found cycle) {
        var it = cycle.state();
        return new CycleBody(
                cycle.id(),
                it.model(),
                it.period(),
                it.firstDay(),
                it.lastDay(),
                it.scope(),
                it.reminderDays(),
                it.closed(),
                cycle.version());
    }
}

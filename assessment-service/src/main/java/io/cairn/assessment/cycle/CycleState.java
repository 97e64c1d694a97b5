package io.cairn.assessment.cycle;

import io.cairn.language.CycleScope;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.ReminderDays;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.language.event.CycleEvent.CycleOpened;
import java.time.LocalDate;

/** What is remembered of a cycle: nothing until it is opened. */
public sealed interface CycleState {
    CycleState NONE = new Unknown();

    record Unknown() implements CycleState {}

    record Known(
            ModelRef model,
            Period period,
            LocalDate firstDay,
            LocalDate lastDay,
            CycleScope scope,
            ReminderDays reminderDays,
            boolean closed)
            implements CycleState {}

    default CycleState evolve(CycleEvent event) {
        return switch (event) {
            case CycleOpened it ->
                new Known(it.model(), it.period(), it.firstDay(), it.lastDay(), it.scope(), it.reminderDays(), false);
            case CycleClosed ignored -> {
                var it = known();
                yield new Known(
                        it.model(), it.period(), it.firstDay(), it.lastDay(), it.scope(), it.reminderDays(), true);
            }
        };
    }

    default Known known() {
        return switch (this) {
            case Unknown ignored -> throw new Rejected(new Rejection.NotFound("cycle"));
            case Known it -> it;
        };
    }
}

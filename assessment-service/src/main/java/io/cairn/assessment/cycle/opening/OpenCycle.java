package io.cairn.assessment.cycle.opening;

import io.cairn.assessment.cycle.CycleState;
import io.cairn.language.CyclePlan;
import io.cairn.language.FiscalCalendar;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.platform.command.Command;
import java.util.List;

/**
 * A round of assessments begins. A tenant has one of a model in a period, whatever the version.
 *
 * @param calendar the tenant's, which tells the first and last day
 */
public record OpenCycle(TenantId tenant, CyclePlan plan, Period period, FiscalCalendar calendar) implements Command {
    @Override
    public StreamId stream() {
        return StreamId.cycle(tenant, plan.model().key(), period);
    }

    public static List<CycleEvent> decide(OpenCycle command, CycleState state) {
        if (state instanceof CycleState.Known)
            throw new Rejected(
                    new Rejection.AlreadyExists("cycle", command.stream().value()));
        return List.of(new CycleOpened(
                command.plan().model(),
                command.period(),
                command.calendar().firstDay(command.period()),
                command.calendar().lastDay(command.period()),
                command.plan().scope(),
                command.plan().reminderDays()));
    }
}

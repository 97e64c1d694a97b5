package io.cairn.assessment.tenant;

import io.cairn.language.CyclePlan;
import io.cairn.language.InvalidValue;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.platform.command.Command;
import java.util.List;

/** What a tenant assesses in every period of its calendar: all of it. Cycles opened before stay as they are. */
public record PlanCycles(TenantId tenant, List<CyclePlan> plans) implements Command {
    public PlanCycles {
        plans = List.copyOf(plans);
        if (plans.stream().map(it -> it.model().key()).distinct().count() < plans.size())
            throw new InvalidValue("a model is planned once");
    }

    @Override
    public StreamId stream() {
        return StreamId.tenant(tenant);
    }

    static List<TenantEvent> decide(PlanCycles command, TenantState state) {
        return state.registered().plans().equals(command.plans())
                ? List.of()
                : List.of(new CyclesPlanned(command.plans()));
    }
}

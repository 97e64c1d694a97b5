package io.cairn.assessment.tenant;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.language.event.TenantEvent;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** The tenant's decisions on their stream. */
final class TenantAggregate extends AggregateShell {
    @Snapshotted(revision = 3)
    private TenantState state = TenantState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RegisterTenant command) {
        apply(command, RegisterTenant.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ChangeSettings command) {
        apply(command, ChangeSettings.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PlanCycles command) {
        apply(command, PlanCycles.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(JoinBenchmark command) {
        apply(command, JoinBenchmark.decide(state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(LeaveBenchmark command) {
        apply(command, LeaveBenchmark.decide(state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CloseTenant command) {
        apply(command, CloseTenant.decide(command, state));
    }

    @EventSourcingHandler
    void on(TenantEvent event) {
        state = state.evolve(event);
    }
}

package io.cairn.assessment.cycle;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.assessment.cycle.closing.CloseCycle;
import io.cairn.assessment.cycle.opening.OpenCycle;
import io.cairn.language.event.CycleEvent;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** Axon's way to the decisions on a cycle. */
final class CycleAggregate extends AggregateShell {
    @Snapshotted(revision = 1)
    private CycleState state = CycleState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OpenCycle command) {
        apply(command, OpenCycle.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CloseCycle command) {
        apply(command, CloseCycle.decide(command, state));
    }

    @EventSourcingHandler
    void on(CycleEvent event) {
        state = state.evolve(event);
    }
}

package io.cairn.assessment.unit;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.language.event.UnitEvent;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** The unit's decisions on their stream. */
final class UnitAggregate extends AggregateShell {
    @Snapshotted(revision = 1)
    private UnitState state = UnitState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AddUnit command) {
        apply(command, AddUnit.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AmendUnit command) {
        apply(command, AmendUnit.decide(command, state));
    }

    @EventSourcingHandler
    void on(UnitEvent event) {
        state = state.evolve(event);
    }
}

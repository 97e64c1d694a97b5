package io.cairn.assessment.model;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.language.event.ModelEvent;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** The model's decisions on their stream. */
final class ModelAggregate extends AggregateShell {
    @Snapshotted(revision = 1)
    private ModelState state = ModelState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DraftModel command) {
        apply(command, DraftModel.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CloneModel command) {
        apply(command, CloneModel.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PublishModelVersion command) {
        apply(command, PublishModelVersion.decide(command, state));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RetireModelVersion command) {
        apply(command, RetireModelVersion.decide(command, state));
    }

    @Override
    protected int footprint() {
        return super.footprint() + state.characters();
    }

    @EventSourcingHandler
    void on(ModelEvent event) {
        state = state.evolve(event);
    }
}

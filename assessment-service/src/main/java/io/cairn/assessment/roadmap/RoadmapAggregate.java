package io.cairn.assessment.roadmap;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.assessment.model.Models;
import io.cairn.assessment.roadmap.amending.AmendAction;
import io.cairn.assessment.roadmap.planning.PlanAction;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** Axon's way to the decisions on a roadmap. */
final class RoadmapAggregate extends AggregateShell {
    @Snapshotted(revision = 1)
    private RoadmapState state = RoadmapState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PlanAction command, Models models) {
        apply(command, PlanAction.decide(command, state, models.published(command.tenant(), command.model())));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AmendAction command, Models models) {
        apply(command, AmendAction.decide(command, state, ref -> models.published(command.tenant(), ref)));
    }

    @Override
    protected int footprint() {
        return super.footprint() + 2_000 * state.actions().size();
    }

    @EventSourcingHandler
    void on(RoadmapEvent event) {
        state = state.evolve(event);
    }
}

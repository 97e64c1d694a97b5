package io.cairn.assessment.journey;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.cairn.assessment.journey.deciding.DecideProposal;
import io.cairn.assessment.journey.proposing.ProposeStage;
import io.cairn.assessment.journey.targets.NoticeMissedTargets;
import io.cairn.assessment.journey.targets.SetTargets;
import io.cairn.assessment.journey.withdrawing.WithdrawStage;
import io.cairn.assessment.model.Models;
import io.cairn.language.event.JourneyEvent;
import io.cairn.platform.command.AggregateShell;
import io.cairn.platform.command.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** Axon's way to the decisions on a journey. */
final class JourneyAggregate extends AggregateShell {
    @Snapshotted(revision = 2)
    private JourneyState state = JourneyState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ProposeStage command, Models models) {
        apply(command, ProposeStage.decide(command, state, ref -> models.published(command.tenant(), ref)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DecideProposal command, Models models) {
        apply(command, DecideProposal.decide(command, state, ref -> models.published(command.tenant(), ref)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WithdrawStage command, Models models) {
        apply(command, WithdrawStage.decide(command, state, ref -> models.published(command.tenant(), ref)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SetTargets command, Models models) {
        apply(command, SetTargets.decide(command, state, ref -> models.published(command.tenant(), ref)));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoticeMissedTargets command) {
        apply(command, NoticeMissedTargets.decide(command, state));
    }

    @Override
    protected int footprint() {
        return super.footprint()
                + 1000 * (state.stages().size() + state.open().size())
                + 500 * state.targets().all().size()
                + 80 * state.seen().size();
    }

    @EventSourcingHandler
    void on(JourneyEvent event) {
        state = state.evolve(event);
    }
}

package io.cairn.assessment.journey.withdrawing;

import io.cairn.assessment.journey.JourneyState;
import io.cairn.assessment.journey.Settlement;
import io.cairn.language.ActorId;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.Command;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * An assessment that was cancelled, or corrected so that it tells no stage, takes along what the journey owes to it:
 * the stage of its period, and the proposal that waits. What a later assessment of the period brought stays.
 *
 * @param proposals all that the assessment ever led to, but not those that repeat one
 * @param policy by which a later period is settled that this leaves otherwise
 */
public record WithdrawStage(
        TenantId tenant,
        UnitCode unit,
        ModelRef model,
        Period period,
        UUID assessment,
        Set<UUID> proposals,
        TransitionPolicy policy,
        ActorId decidedBy,
        FreeText reason)
        implements Command {
    public WithdrawStage {
        proposals = Set.copyOf(proposals);
    }

    @Override
    public StreamId stream() {
        return StreamId.journey(tenant, unit, model.key());
    }

    public static List<JourneyEvent> decide(
            WithdrawStage command, JourneyState state, Function<ModelRef, MaturityModel> models) {
        var open = state.open().get(command.period());
        if (open != null && command.proposals().contains(open.first())) return rejected(command, open, state, models);
        var standing = state.stages().get(command.period());
        if (standing == null
                || !command.proposals().contains(standing.proposal().first())) return List.of();
        return rejected(command, standing.proposal(), state, models);
    }

    private static List<JourneyEvent> rejected(
            WithdrawStage command,
            StageProposed proposal,
            JourneyState state,
            Function<ModelRef, MaturityModel> models) {
        return new Settlement(state, proposal, command.policy(), command.decidedBy(), models)
                .rejected(command.decidedBy(), command.reason());
    }
}

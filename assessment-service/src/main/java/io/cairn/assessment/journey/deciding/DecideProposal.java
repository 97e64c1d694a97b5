package io.cairn.assessment.journey.deciding;

import io.cairn.assessment.journey.JourneyState;
import io.cairn.assessment.journey.Settlement;
import io.cairn.assessment.journey.Stages;
import io.cairn.language.ActorId;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.Command;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A person decides on an open proposal. @param policy by which a later period is settled that this leaves otherwise */
public record DecideProposal(
        TenantId tenant,
        UnitCode unit,
        ModelKey model,
        UUID proposal,
        Verdict verdict,
        TransitionPolicy policy,
        ActorId decidedBy)
        implements Command {
    @Override
    public StreamId stream() {
        return StreamId.journey(tenant, unit, model);
    }

    public static List<JourneyEvent> decide(
            DecideProposal command, JourneyState state, Function<ModelRef, MaturityModel> models) {
        var proposal = state.known()
                .proposal(command.proposal())
                .orElseThrow(() -> new Rejected(new Rejection.ProposalNotOpen(command.proposal())));
        var settlement = new Settlement(state, proposal, command.policy(), command.decidedBy(), models);
        return switch (command.verdict()) {
            case Verdict.Accept it -> settlement.at(proposal.stage(), it.reason());
            case Verdict.Override it ->
                settlement.at(Stages.named(it.to(), models.apply(proposal.model()), true), it.reason());
            case Verdict.Hold it -> settlement.held(it.reason());
            case Verdict.Reject it -> settlement.rejected(command.decidedBy(), it.reason());
        };
    }
}

package io.cairn.assessment.journey.deciding;

import io.cairn.assessment.journey.JourneyState;
import io.cairn.assessment.journey.Settlement;
import io.cairn.language.ActorId;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StageRef;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Stage;
import io.cairn.platform.command.Command;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A person decides on an open proposal. */
public record DecideProposal(
        TenantId tenant, UnitCode unit, ModelKey model, UUID proposal, Verdict verdict, ActorId decidedBy)
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
        var settlement = new Settlement(state, proposal, command.decidedBy(), models);
        return switch (command.verdict()) {
            case Verdict.Accept it -> settlement.at(proposal.stage(), it.reason());
            case Verdict.Override it -> settlement.at(stage(it.to(), models.apply(proposal.model())), it.reason());
            case Verdict.Hold it -> settlement.held(it.reason());
            case Verdict.Reject it -> settlement.rejected(command.decidedBy(), it.reason());
        };
    }

    /** A key goes before an ordinal, should a model name its stages by numbers. */
    private static StageRef stage(String to, MaturityModel model) {
        var below = model.mayBeBelowFirstStage() ? Stream.of(StageRef.NONE) : Stream.<StageRef>empty();
        var stages =
                Stream.concat(model.stages().stream().map(Stage::ref), below).toList();
        return stages.stream()
                .filter(it -> it.key().equals(to))
                .findFirst()
                .or(() -> stages.stream()
                        .filter(it -> Integer.toString(it.ordinal()).equals(to))
                        .findFirst())
                .orElseThrow(() -> new Rejected(new Rejection.UnknownStage(to)));
    }
}

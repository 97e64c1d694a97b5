package io.cairn.assessment.journey.proposing;

import io.cairn.assessment.journey.JourneyState;
import io.cairn.assessment.journey.Settlement;
import io.cairn.language.DimensionStage;
import io.cairn.language.ModelKey;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.StageUnder;
import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import io.cairn.language.TransitionPolicy;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.maturity.MaturityModel;
import io.cairn.platform.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a finalized assessment found is proposed to the journey, and under the policy automatic taken at once. A newer
 * proposal for a period takes the place of one that still waits.
 *
 * @param dimensions the stages of those that have one
 * @param finalizedAt the version at which the assessment's stream says so; the same finalization is proposed once only
 * @param underPrevious what the same answers come to under the version of the assessment before, where that is another
 */
public record ProposeStage(
        TenantId tenant,
        UnitCode unit,
        ModelRef model,
        Period period,
        UUID assessment,
        long finalizedAt,
        StageRef stage,
        List<DimensionStage> dimensions,
        TransitionPolicy policy,
        @Nullable StageUnder underPrevious)
        implements Command {
    public ProposeStage {
        dimensions = List.copyOf(dimensions);
    }

    public ProposeStage(
            TenantId tenant,
            UnitCode unit,
            ModelRef model,
            Period period,
            UUID assessment,
            long finalizedAt,
            StageRef stage,
            List<DimensionStage> dimensions,
            TransitionPolicy policy) {
        this(tenant, unit, model, period, assessment, finalizedAt, stage, dimensions, policy, null);
    }

    @Override
    public StreamId stream() {
        return StreamId.journey(tenant, unit, model.key());
    }

    public UUID proposal() {
        return proposal(tenant, unit, model.key(), period, finalizedAt);
    }

    /** The proposal that a finalization leads to. */
    public static UUID proposal(TenantId tenant, UnitCode unit, ModelKey model, Period period, long finalizedAt) {
        return StreamId.journey(tenant, unit, model).part(period.toString(), Long.toString(finalizedAt));
    }

    public static List<JourneyEvent> decide(
            ProposeStage command, JourneyState state, Function<ModelRef, MaturityModel> models) {
        if (state.seen().contains(command.proposal())) return List.of();
        var proposed = new StageProposed(
                command.proposal(),
                command.unit(),
                command.model(),
                command.period(),
                command.assessment(),
                command.stage(),
                command.dimensions(),
                command.underPrevious(),
                null);
        return switch (command.policy()) {
            case CONFIRMED -> List.of(proposed);
            case AUTOMATIC -> {
                var decided = new ArrayList<JourneyEvent>();
                decided.add(proposed);
                decided.addAll(new Settlement(state.evolve(proposed), proposed, command.policy(), null, models)
                        .at(command.stage(), null));
                yield decided;
            }
        };
    }
}

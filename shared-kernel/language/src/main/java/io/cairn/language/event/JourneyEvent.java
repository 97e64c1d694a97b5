package io.cairn.language.event;

import io.cairn.language.ActorId;
import io.cairn.language.Direction;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.StageUnder;
import io.cairn.language.TransitionCause;
import io.cairn.language.UnitCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One unit's way through one model's stages. */
public sealed interface JourneyEvent extends Event {
    /**
     * What an assessment found; {@code proposal} identifies it until it is decided.
     *
     * @param underPrevious where the assessment before was under another version of the model, and tells a stage
     */
    record StageProposed(
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            UUID assessment,
            StageRef stage,
            @Nullable StageUnder underPrevious)
            implements JourneyEvent {
        public StageProposed(
                UUID proposal, UnitCode unit, ModelRef model, Period period, UUID assessment, StageRef stage) {
            this(proposal, unit, model, period, assessment, stage, null);
        }
    }

    /** @param from null for the first stage a journey reaches
     *  @param skipped stages between {@code from} and {@code to} that were never reached
     *  @param decidedBy null when the tenant's policy took the proposal at once */
    record StageTransitioned(
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable StageRef from,
            StageRef to,
            Direction direction,
            List<StageRef> skipped,
            TransitionCause cause,
            @Nullable ActorId decidedBy,
            boolean overridden,
            @Nullable FreeText reason)
            implements JourneyEvent {}

    /** The journey stays where it was in the period, by decision or because the proposal changes nothing. */
    record StageHeld(
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable StageRef stage,
            @Nullable ActorId decidedBy,
            @Nullable FreeText reason)
            implements JourneyEvent {}

    /** The proposal does not count; the period has no stage of its own. */
    record StageRejected(
            UUID proposal, UnitCode unit, ModelRef model, Period period, ActorId decidedBy, FreeText reason)
            implements JourneyEvent {}
}

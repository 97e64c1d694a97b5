package io.cairn.language.event;

import io.cairn.language.ActorId;
import io.cairn.language.DimensionKey;
import io.cairn.language.DimensionStage;
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
     * @param dimensions the stages of those that have one; none where it was stored before they were
     * @param underPrevious where the assessment before was under another version of the model, and tells a stage
     * @param repeats the first proposal of what was found, when that is proposed again because a past period was
     *     corrected; null when it is the first itself
     */
    record StageProposed(
            UUID proposal,
            UnitCode unit,
            ModelRef model,
            Period period,
            UUID assessment,
            StageRef stage,
            List<DimensionStage> dimensions,
            @Nullable StageUnder underPrevious,
            @Nullable UUID repeats)
            implements JourneyEvent {
        public StageProposed {
            dimensions = List.copyOf(dimensions);
        }

        public StageProposed(
                UUID proposal, UnitCode unit, ModelRef model, Period period, UUID assessment, StageRef stage) {
            this(proposal, unit, model, period, assessment, stage, List.of(), null, null);
        }

        /** By which an assessment's finding is known, however often it is proposed. */
        public UUID first() {
            return repeats == null ? proposal : repeats;
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

    /**
     * The unit is to be at the stage by the end of the period; said again, it is to be at another one or for another
     * reason.
     *
     * @param model whose stage it is
     * @param dimension that is to be there; null for the unit as a whole
     */
    record TargetSet(
            UnitCode unit,
            ModelRef model,
            @Nullable DimensionKey dimension,
            Period period,
            StageRef stage,
            @Nullable FreeText reason)
            implements JourneyEvent {}

    record TargetWithdrawn(
            UnitCode unit, ModelRef model, @Nullable DimensionKey dimension, Period period) implements JourneyEvent {}

    /**
     * @param target the stage to be reached by {@code period}
     * @param in the earliest period that counts and has it: after {@code period} it was reached late, and stays missed
     * @param stage what it has, {@code target} or one above
     */
    record TargetReached(
            UnitCode unit,
            ModelRef model,
            @Nullable DimensionKey dimension,
            Period period,
            StageRef target,
            Period in,
            StageRef stage)
            implements JourneyEvent {}

    /** The period is over. @param stage where the unit, or its dimension, stood then; null when it had no stage */
    record TargetMissed(
            UnitCode unit,
            ModelRef model,
            @Nullable DimensionKey dimension,
            Period period,
            StageRef target,
            @Nullable StageRef stage)
            implements JourneyEvent {}

    /** Reached no longer, since a past period was corrected. */
    record TargetReopened(
            UnitCode unit, ModelRef model, @Nullable DimensionKey dimension, Period period, StageRef target)
            implements JourneyEvent {}
}

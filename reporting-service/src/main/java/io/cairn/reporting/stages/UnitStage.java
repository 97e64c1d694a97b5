package io.cairn.reporting.stages;

import io.cairn.reporting.known.KnownModel.NamedStage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands: the stage of the latest period, up to the one asked for, that has one.
 *
 * @param state {@code staged}; {@code no-stage} when it was assessed and no stage counts; {@code never-assessed}
 * @param period the stage is of, which may be earlier than the one asked for
 * @param recorded since when this has been what we know
 * @param score 0..{@code max} of that period; null for a model without an overall score or while reopened
 * @param pending a later period that was assessed and has no stage, or none yet; or the same one, while something else
 *     is proposed for it
 */
public record UnitStage(
        String unit,
        String name,
        @Nullable String parent,
        String state,
        @Nullable String period,
        @Nullable NamedStage stage,
        @Nullable Double score,
        @Nullable Double max,
        @Nullable Double coverage,
        @Nullable String modelVersion,
        @Nullable Instant recorded,
        @Nullable Pending pending) {

    /** @param proposed what waits to be decided; {@code undetermined} says why there is nothing to propose */
    public record Pending(
            String period,
            @Nullable NamedStage proposed,
            @Nullable String undetermined,
            boolean reopened) {}
}

package io.cairn.reporting.milestone;

import io.cairn.language.Period;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage to be reached by the end of a period, and how it went as far as it was known.
 *
 * @param dimension that was to be there, null for the unit as a whole
 * @param missedAt when it was told that the period had ended without it
 * @param reachedIn the first period that has the stage; {@code reachedAt} when that was told
 */
public record Milestone(
        Period period,
        @Nullable String dimension,
        NamedStage stage,
        Status status,
        @Nullable Instant missedAt,
        @Nullable Period reachedIn,
        @Nullable Instant reachedAt) {
    /** How it went. */
    public enum Status {
        OPEN,
        REACHED,
        MISSED,
        /** Missed, and reached after all. */
        LATE
    }

    static Status status(Period period, boolean missed, @Nullable Period reachedIn) {
        if (reachedIn == null) return missed ? Status.MISSED : Status.OPEN;
        return reachedIn.endMonth() > period.endMonth() ? Status.LATE : Status.REACHED;
    }
}

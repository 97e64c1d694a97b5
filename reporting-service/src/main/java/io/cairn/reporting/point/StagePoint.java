package io.cairn.reporting.point;

import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a unit's period at the time asked for.
 *
 * @param recorded since when it was known so
 * @param stage that counts for the period, null when none does
 * @param proposed what the assessment found and nobody has decided yet
 * @param reopened whether its assessment is being corrected; there are no scores then
 */
public record StagePoint(
        Period period,
        Instant recorded,
        ModelVersion modelVersion,
        @Nullable UUID assessment,
        @Nullable StageRef stage,
        @Nullable StageRef proposed,
        boolean reopened,
        @Nullable String undetermined,
        @Nullable Double score,
        @Nullable Double max,
        @Nullable Double coverage,
        List<DimensionPoint> dimensions,
        @Nullable StageDecision decision) {
    public StagePoint {
        dimensions = List.copyOf(dimensions);
    }
}

package io.cairn.reporting.point;

import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import org.jspecify.annotations.Nullable;

/** One dimension's result, 0..max on the model's scale; {@code undetermined} says why there is no stage. */
public record DimensionPoint(
        String key,
        double score,
        double max,
        @Nullable StageRef stage,
        @Nullable String undetermined,
        double coverage) {
    static DimensionPoint of(Profile.Dimension dimension) {
        var stage = dimension.stage();
        return new DimensionPoint(
                dimension.key().value(),
                dimension.score(),
                dimension.max(),
                stage == null ? null : stage.ref(),
                dimension.undetermined(),
                dimension.coverage());
    }
}

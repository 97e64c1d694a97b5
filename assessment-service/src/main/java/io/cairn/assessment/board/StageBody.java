package io.cairn.assessment.board;

import org.jspecify.annotations.Nullable;

/** A stage by its place in the model; 0 is below the first. */
record StageBody(int ordinal, String key) {
    static @Nullable StageBody of(@Nullable Integer ordinal, @Nullable String key) {
        return ordinal == null || key == null ? null : new StageBody(ordinal, key);
    }
}

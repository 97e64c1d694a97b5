package io.cairn.maturity;

import io.cairn.language.StageRef;
import org.jspecify.annotations.Nullable;

/** One step of the model, 1 for the first. */
public record Stage(
        int ordinal, String key, Text title, @Nullable Text definition, Provenance provenance) {
    public StageRef ref() {
        return new StageRef(ordinal, key);
    }
}

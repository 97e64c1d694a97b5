package io.cairn.reporting.movement;

import io.cairn.language.ModelVersion;
import io.cairn.language.StageRef;
import org.jspecify.annotations.Nullable;

/**
 * Units that went the same way.
 *
 * @param from null for those without a stage in the first period
 * @param to null for those without a stage in the second
 * @param left whether their last day is before the end of the second period
 */
record Cell(@Nullable Place from, @Nullable Place to, boolean left, long units) {
    record Place(StageRef stage, ModelVersion version) {}
}

package io.cairn.maturity.whatif;

import io.cairn.language.DimensionKey;
import org.jspecify.annotations.Nullable;

/**
 * A stage to reach, or one above it.
 *
 * @param stage its ordinal, 1 for the first
 * @param dimension whose stage is meant; null for the overall one
 */
public record Target(int stage, @Nullable DimensionKey dimension) {}

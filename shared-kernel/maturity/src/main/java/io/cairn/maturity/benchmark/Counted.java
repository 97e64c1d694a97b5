package io.cairn.maturity.benchmark;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stood behind a published figure: enough to tell what two releases have in common, and no more.
 *
 * @param value tells only whether the value is the same as in another release
 */
public record Counted(UUID company, UUID value, @Nullable Integer stage) {}

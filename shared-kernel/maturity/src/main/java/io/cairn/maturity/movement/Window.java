package io.cairn.maturity.movement;

import org.jspecify.annotations.Nullable;

/**
 * The time in which changes count: after month {@code from}, to the end of month {@code to}.
 *
 * @param from null for ever since
 */
public record Window(@Nullable Integer from, int to) {
    public Window {
        if (from != null && from >= to) throw new IllegalArgumentException("a window ends after it begins");
    }

    boolean isBefore(double month) {
        return from != null && month <= from;
    }

    /** Not earlier than the window. */
    double enter(double month) {
        return from == null ? month : Math.max(month, from);
    }
}

package io.cairn.maturity.survival;

import org.jspecify.annotations.Nullable;

/**
 * One duration as far as it was seen, on a clock that starts with what is timed.
 *
 * @param entry from when on it was under observation, exclusive: 0, or later for a delayed entry (left truncation)
 * @param exit until when, inclusive; after {@code entry}
 * @param ending what ended it at {@code exit}; null when it was going on there (right censoring)
 */
public record Span(double entry, double exit, @Nullable Ending ending) {
    public Span {
        if (!(entry >= 0 && entry < exit && exit < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(
                    "a span goes from 0 or later to a later time, not " + entry + ".." + exit);
    }
}

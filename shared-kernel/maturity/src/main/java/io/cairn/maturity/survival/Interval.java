package io.cairn.maturity.survival;

/**
 * A time of which is known between which two it lies, on a clock that starts with what is timed: after {@code left}, at
 * {@code right} at the latest.
 *
 * @param entry what ended by then would never have come to be known (left truncation); 0 for none
 * @param left when it was last seen not to have ended; at least {@code entry}
 * @param right when it was first seen to have ended, after {@code left}; infinite where it was not (right censoring)
 */
public record Interval(double entry, double left, double right) {
    public Interval {
        if (!(entry >= 0 && entry <= left && left < right && left < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(
                    "an interval goes from " + entry + " or later to a later time, not " + left + ".." + right);
    }

    /** What is known to the moment: an interval that no other time lies in. */
    public static Interval exactly(double entry, double time) {
        return new Interval(entry, Math.nextDown(time), time);
    }
}

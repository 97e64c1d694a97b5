package io.cairn.maturity.agreement;

import org.jspecify.annotations.Nullable;

/** A coefficient of agreement, or why there is none: what is undefined is never shown as a number. */
public sealed interface Coefficient {
    record Known(double figure) implements Coefficient {}

    record Undefined(Why why) implements Coefficient {}

    enum Why {
        /** Nothing was answered by two respondents. */
        NO_PAIRS,
        /** The coefficient compares with chance, and where every answer is the same, or only one is possible, there is none. */
        NO_VARIATION
    }

    default @Nullable Double value() {
        return this instanceof Known known ? (Double) known.figure() : null;
    }

    default @Nullable Why undefined() {
        return this instanceof Undefined none ? none.why() : null;
    }
}

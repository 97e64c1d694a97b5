package io.cairn.reporting.audit;

/** What happened to an answer. */
public enum ChangeKind {
    RECORDED,
    CHANGED,
    /** An answer carried over from an earlier period still holds; {@code from} and {@code to} are the same. */
    CONFIRMED,
    WITHDRAWN,
    /** The facilitator settled what counts; {@code from} is what counted before. No vote changes by it. */
    AGREED,
    /** Respondents may change their votes again; {@code from} is what was settled, if anything was. */
    CONSENSUS_ROUND,
    /** A reviewer gave other points than the answer is worth; {@code from} and {@code to} are points then. */
    POINTS_OVERRIDDEN
}

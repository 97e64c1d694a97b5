package io.cairn.language;

/** What led to a transition. */
public enum TransitionCause {
    /** The unit's assessment of the period. */
    ASSESSMENT,
    /** A past period was corrected. */
    CORRECTION
}

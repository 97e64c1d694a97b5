package io.cairn.language;

/** What led to a transition. */
public enum TransitionCause {
    /** The unit's answers of the period. */
    ASSESSMENT,
    /** A past period was corrected. */
    CORRECTION,
    /** A new version of the model: under the old one the same answers would have left the stage as it was. */
    MODEL_VERSION
}

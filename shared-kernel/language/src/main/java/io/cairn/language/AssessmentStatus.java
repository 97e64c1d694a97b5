package io.cairn.language;

/** Where an assessment stands in its life. */
public enum AssessmentStatus {
    OPEN,
    SUBMITTED,
    FINALIZED,
    CANCELLED
}

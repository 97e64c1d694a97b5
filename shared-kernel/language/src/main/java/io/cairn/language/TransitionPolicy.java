package io.cairn.language;

/** How a finalized stage becomes the journey's stage. */
public enum TransitionPolicy {
    /** At once. */
    AUTOMATIC,
    /** When a facilitator has decided. */
    CONFIRMED
}

package io.cairn.maturity.upgrade;

/** Why no answer carries over to a question. */
public enum Obstacle {
    /** The question is new. */
    NEW,
    /** There was no answer to a question it comes from. */
    NOT_ANSWERED,
    /** What was answered has no counterpart on the scale there is now. */
    NO_COUNTERPART,
    /** The questions it comes from were answered differently. */
    DIFFERENT_ANSWERS,
    /** It must not be n/a any more. */
    MUST_APPLY,
    /** Its answer needs evidence now, and has none. */
    EVIDENCE_REQUIRED
}

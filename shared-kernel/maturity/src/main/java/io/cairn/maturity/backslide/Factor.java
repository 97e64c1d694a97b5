package io.cairn.maturity.backslide;

/** What may differ between two assessments, in the order in which {@link Course} goes from one to the other. */
public enum Factor {
    /** What was answered, to questions that apply as before. */
    ANSWERS,
    /** What applies: n/a where it was answered before, or the other way round. */
    SCOPE,
    /** The day on which evidence is judged. */
    EVIDENCE,
    /** The version of the model. */
    MODEL
}

package io.cairn.assessment.roadmap.effect;

/** What became of a question between two assessments. It says what moved and not why. */
public enum Movement {
    MOVED_UP,
    UNCHANGED,
    MOVED_DOWN,
    /** It is answered now and was not, or nothing was finalized before. */
    FIRST_ANSWERED,
    /** It is not answered, whatever was before. */
    NOT_ANSWERED,
    /** It is said not to apply. */
    NOT_APPLICABLE,
    /** The version of the model that was answered later does not ask it. */
    QUESTION_GONE
}

package io.cairn.maturity.upgrade;

/** What became of a question. */
public enum Kind {
    /** It takes the same answers, worth as much. */
    SAME,
    /** It takes other answers, or they are worth something else. */
    CHANGED_SCALE,
    /** One question became several. */
    SPLIT,
    /** Several questions became one. */
    MERGED,
    /** There was none before. */
    NEW,
    /** There is none any more. */
    REMOVED
}

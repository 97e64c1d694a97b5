package io.cairn.language;

/** Which way a transition leads. */
public enum Direction {
    INITIAL,
    ADVANCE,
    REGRESS
}

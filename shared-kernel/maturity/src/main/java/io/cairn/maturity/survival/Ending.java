package io.cairn.maturity.survival;

/** How a time in a stage ends; of several that compete, one comes first. */
public enum Ending {
    /** A higher stage. */
    ADVANCE,
    /** A lower stage. */
    REGRESS,
    /** The unit is gone. */
    LEAVE
}

package io.cairn.maturity;

/** Where a statement or number comes from. */
public enum Provenance {
    /** The published source says so. */
    STATED,
    /** Concluded by the author of the model file. */
    INFERRED
}

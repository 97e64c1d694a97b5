package io.cairn.maturity;

/** Whose words the texts in one language are. */
public enum Wording {
    /** Of the author of the model file. */
    OWN,
    /** Of the source, where it states something; all else is translated by the author of the model file. */
    SOURCE,
    /** Translated by the author of the model file. */
    TRANSLATION
}

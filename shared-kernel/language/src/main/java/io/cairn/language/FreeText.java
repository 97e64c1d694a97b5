package io.cairn.language;

/**
 * Text in a person's own words, which may hold personal data. The event keeps a salted digest of it and the words
 * lie beside, so that they can be erased while the event stays as it is.
 */
public sealed interface FreeText {
    record Written(String words) implements FreeText {
        public Written {
            WellFormed.name("a text", words, 10_000);
        }
    }

    /** The words are gone; that there were some is not. */
    record Erased() implements FreeText {}

    static FreeText of(String words) {
        return new Written(words);
    }
}

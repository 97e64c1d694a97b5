package io.cairn.maturity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people mean it when they type an answer: case, white space and the way accents are encoded say nothing. */
final class FoldedText {
    /** Also the spaces that {@code \s} leaves out, the no-break space of spreadsheets above all. */
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private FoldedText() {}

    /** Runs of white space count as one space. */
    static String fold(String text) {
        return lower(WHITE_SPACE.matcher(text).replaceAll(" ").strip());
    }

    /** White space does not count at all. */
    static String squeeze(String text) {
        return lower(WHITE_SPACE.matcher(text).replaceAll(""));
    }

    /** By way of upper case, which joins letters with several lower-case forms, such as the Greek sigma. */
    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}

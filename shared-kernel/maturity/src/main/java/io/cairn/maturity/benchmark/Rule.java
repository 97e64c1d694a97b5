package io.cairn.maturity.benchmark;

import java.util.Locale;

/**
 * Why a figure is withheld. There are few words on purpose: one that said which other group or release a figure would be
 * subtracted from would itself tell that there are one to four companies in between.
 */
public enum Rule {
    /** There are too few companies; also where there is none. */
    TOO_FEW,
    /** Together with what is published of other groups or was in other releases, it would tell of fewer than five. */
    ISOLATES_FEW,
    /** The companies are so much alike that the figure would tell of each of them. */
    TOO_ALIKE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Rule of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

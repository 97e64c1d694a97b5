package io.cairn.reporting.known;

import java.util.Locale;

/** Enums as the API writes them. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

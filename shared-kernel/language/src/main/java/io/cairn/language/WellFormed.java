package io.cairn.language;

/** What every text must be before it is kept: no NUL (PostgreSQL cannot hold it), no lone surrogate (UTF-8 cannot). */
public final class WellFormed {
    private WellFormed() {}

    /** Returns {@code text} unchanged; throws {@link InvalidValue} naming {@code what}. Lengths are UTF-16 units. */
    public static String text(String what, String text, int maxLength) {
        if (text.length() > maxLength) throw new InvalidValue(what + " is longer than " + maxLength + " characters");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > 0 && c < Character.MIN_SURROGATE) continue; // nearly always
            if (c == 0) throw new InvalidValue(what + " contains a NUL character");
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                i++;
            else if (Character.isSurrogate(c)) throw new InvalidValue(what + " contains a lone surrogate");
        }
        return text;
    }

    /** As {@link #text}, and not blank. */
    public static String name(String what, String text, int maxLength) {
        if (text.isBlank()) throw new InvalidValue(what + " is empty");
        return text(what, text, maxLength);
    }

    /** A key for machines: letters, digits, dot, dash and underscore, starting with a letter or digit. */
    public static String key(String what, String text, int maxLength) {
        name(what, text, maxLength);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && (i == 0 || (c != '.' && c != '-' && c != '_')))
                throw new InvalidValue(
                        what
                                + " may hold letters, digits, dot, dash and underscore only, and starts with a letter or digit");
        }
        return text;
    }
}

package io.cairn.reporting.export;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet takes for text when it opens a CSV file (OWASP, <em>CSV Injection</em>). An apostrophe is put
 * before what begins a formula, at the start and where a program that separates by semicolon or tab, or breaks lines
 * inside quotes, would begin a cell. Before an apostrophe in such a place goes another, so that taking one away at each
 * gives back the text.
 */
public final class FormulaGuard {
    private static final Pattern BEGINS = Pattern.compile("(?:^|(?<=[;\\t\\r\\n]))(?=[=+\\-@'\\t\\r\\n＝＋－＠])");
    private static final Pattern GUARDED = Pattern.compile("(?:^|(?<=[;\\t\\r\\n]))'");

    private FormulaGuard() {}

    public static String guarded(String text) {
        return BEGINS.matcher(text).replaceAll("'");
    }

    /** What {@link #guarded} was given. */
    public static String original(String guarded) {
        return GUARDED.matcher(guarded).replaceAll("");
    }
}

package io.cairn.language;

/** How often a tenant assesses; the length of a period. */
public enum Cadence {
    QUARTERLY(3, "Q"),
    HALF_YEARLY(6, "H"),
    YEARLY(12, "");

    private final int months;
    private final String letter;

    Cadence(int months, String letter) {
        this.months = months;
        this.letter = letter;
    }

    public int months() {
        return months;
    }

    String letter() {
        return letter;
    }
}

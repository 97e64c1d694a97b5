package io.cairn.bench.payload;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What every peer's answer is made of, and how long it is. */
final class Payloads {
    static final int BYTES = 550;

    private static final int QUESTIONS = 60;

    private Payloads() {}

    static String question(long number) {
        return "data-analytics-" + (100 + number % QUESTIONS);
    }

    /** Always four digits. */
    static long value(long number) {
        return 1001 + 2 * (number % 4000);
    }

    static List<String> links(String padding) {
        return List.of(
                "https://wiki.example.com/tracking/plan-2026",
                "https://wiki.example.com/" + padding,
                "https://files.example.com/audits/2026-q3.pdf");
    }

    /** Padded so that the length comes to {@link #BYTES}. */
    static <T> T padded(ToIntFunction<String> length, Function<String, T> of) {
        return of.apply("x".repeat(BYTES - length.applyAsInt("")));
    }
}

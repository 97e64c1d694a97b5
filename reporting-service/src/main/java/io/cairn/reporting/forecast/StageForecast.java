package io.cairn.reporting.forecast;

import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares of stages to come.
 *
 * @param unit null for all units together
 * @param units it is about: those with a stage that have not left
 * @param possible whether the data allow it; else {@code why} says why not and there are no points
 * @param stages of which shares are told, besides {@code left}
 * @param rule when a forecast is possible
 * @param basis what it is computed from
 */
public record StageForecast(
        String model,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String to,
        String until,
        int units,
        boolean possible,
        @Nullable Refusal why,
        List<NamedStage> stages,
        List<Point> points,
        Rule rule,
        Basis basis,
        Method method) {

    /** @param reason nobody, too-few-moves, too-few-units or too-far @param stage that it is about, if it is about one */
    public record Refusal(String reason, @Nullable String stage, String text) {}

    /** At the end of the period. */
    public record Point(String period, List<Share> shares) {}

    /**
     * @param stage a stage's key, or {@code left}
     * @param p of one unit the probability, of several the share expected
     * @param low of the 95 % interval of {@code p}; how a single unit fares is not certain even where {@code p} is
     * @param expected units, {@code p} of all
     */
    public record Share(String stage, double p, double low, double high, double expected) {}

    /** @param longestYearsAhead the time the data reach back */
    public record Rule(int fewestMoves, int fewestUnits, double longestYearsAhead) {}

    /** @param units whose journeys the rates are from @param moves from one stage to another */
    public record Basis(int units, long moves, List<String> versions, List<Frequency> rates) {}

    public record Frequency(String from, String to, long changes, double years, double rate, double low, double high) {}

    public record Method(String model, String seen, String intervals) {}
}

package io.cairn.reporting.timeinstage;

import io.cairn.reporting.journeys.Curve;
import io.cairn.reporting.journeys.IntervalCurve;
import io.cairn.reporting.journeys.Method;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long units stay in each stage.
 *
 * @param from null for ever since
 * @param to null for all there is
 * @param units with a stage
 * @param versions of the model that stages were found with
 */
public record TimeInStage(
        String model,
        @Nullable String from,
        @Nullable String to,
        int units,
        List<String> versions,
        List<Row> stages,
        Method method) {

    /**
     * One stage.
     *
     * @param curve null when {@code suppressed}
     * @param suppressed too-few-journeys, else null
     * @param intervalCensored of the same stays, by what is certain of when they ended; null when {@code suppressed}
     * @param rates out of it, a year, whatever the time already spent there; none when no time was
     */
    public record Row(
            NamedStage stage,
            Spells spells,
            @Nullable Curve curve,
            @Nullable IntervalCurve intervalCensored,
            @Nullable String suppressed,
            List<Frequency> rates) {}

    /**
     * Uninterrupted times in the stage.
     *
     * @param counted whose beginning is known; the curve is of these
     * @param late of {@code counted}, those that began before the window (left truncation)
     * @param found when first seen, above the first stage: how long they had lasted is unknown, so they count in
     *     {@code rates} only
     * @param ongoing of {@code counted}, those not ended (right censoring)
     */
    public record Spells(int counted, int late, int found, int advanced, int regressed, int left, int ongoing) {}

    /**
     * @param to a stage's key, or {@code left}
     * @param years of all units together in the stage
     * @param rate changes / years
     * @param low of its exact 95 % interval (Garwood)
     */
    public record Frequency(
            String to, @Nullable Integer toStage, long changes, double years, double rate, double low, double high) {}
}

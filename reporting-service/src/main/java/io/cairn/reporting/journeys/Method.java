package io.cairn.reporting.journeys;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How figures were had, in words that may stand under a chart.
 *
 * @param seen that stages are seen once a period, so that times are interval-censored
 * @param truncated what becomes of time before a unit was observed
 * @param intervals which intervals
 * @param suppressed when figures are withheld
 */
public record Method(String seen, String truncated, String intervals, String suppressed) {
    public static final String TRUNCATED =
            "Left truncation: a stage that began before the window, and is known to, enters with the time it had lasted.";
    public static final String CURVES =
            "95 %, log-log; variance of Kaplan-Meier after Greenwood, of Aalen-Johansen by the delta method. Durations of "
                    + "one unit count as if they were of several.";

    public static Method of(Journeys journeys, String truncated, String intervals) {
        return new Method(
                seen(journeys),
                truncated,
                intervals,
                "Fewer than " + Curve.FEWEST + " durations: no curve and no median.");
    }

    public static String seen(Journeys journeys) {
        var gap = BigDecimal.valueOf(journeys.longestGap())
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return "Interval-censored: stages are seen once a period, and a change counts at the end of the first period that "
                + "shows it. It may have happened up to " + gap + " years earlier, which is not corrected for.";
    }
}

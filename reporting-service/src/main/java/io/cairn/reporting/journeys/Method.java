package io.cairn.reporting.journeys;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How figures were had, in words that may stand under a chart.
 *
 * @param estimators of which curve is whose
 * @param seen that stages are seen once a period, so that times are interval-censored
 * @param truncated what becomes of time before a unit was observed
 * @param intervals which intervals
 * @param suppressed when figures are withheld
 */
public record Method(String estimators, String seen, String truncated, String intervals, String suppressed) {
    public static final String TRUNCATED =
            "Left truncation: a stage that began before the window, and is known to, enters with the time it had lasted.";
    public static final String CURVES =
            "95 %, log-log; variance of Kaplan-Meier after Greenwood, of Aalen-Johansen by the delta method. Durations of "
                    + "one unit count as if they were of several.";

    private static final String ESTIMATORS =
            "curve, points, median: Kaplan-Meier and Aalen-Johansen, a change at the time it was first seen. intervalCensored: "
                    + "Turnbull, a change between the last sighting before it and the first after it, without intervals of "
                    + "confidence. Both since the stage was first seen, or since the clock's start.";

    public static Method of(Journeys journeys, String truncated, String intervals) {
        return new Method(
                ESTIMATORS,
                "Interval-censored: stages are seen once a period. " + late(journeys)
                        + ", for which intervalCensored allows and the other curves do not.",
                truncated,
                intervals,
                "Fewer than " + Curve.FEWEST + " durations at once: no curve and no median. Where so many were there "
                        + "only later, both are of what lasted to then: conditionalOn.");
    }

    public static String seen(Journeys journeys) {
        return "Interval-censored: stages are seen once a period. " + late(journeys) + ", which is not corrected for.";
    }

    private static String late(Journeys journeys) {
        var gap = BigDecimal.valueOf(journeys.longestGap())
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return "A change counts at the end of the first period that shows it. It may have happened up to " + gap
                + " years earlier";
    }
}

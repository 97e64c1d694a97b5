package io.cairn.reporting.timetostage;

import io.cairn.reporting.journeys.Curve;
import io.cairn.reporting.journeys.Curve.Share;
import io.cairn.reporting.journeys.IntervalCurve;
import io.cairn.reporting.journeys.Method;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long until a stage, or one above it, was first seen.
 *
 * @param since the stage at which each unit's clock starts; null for one clock of all, which starts with {@code from},
 *     or with the first period in which any unit had a stage
 * @param estimator of {@code median} and {@code points}: kaplan-meier, where leaving is not reaching; what became of the
 *     units is Aalen and Johansen's
 * @param conditionalOn years for which units had to wait for {@code median} and {@code points} to be of them; 0 unless
 *     fewer than five were under observation at first; null when {@code suppressed}
 * @param intervalCensored of {@code notReached}, by what is certain of when it was reached; null when {@code suppressed}
 * @param median of reaching, were none to leave; null when {@code suppressed}
 * @param points null when {@code suppressed}
 * @param suppressed too-few-journeys, else null
 */
public record TimeToStage(
        String model,
        NamedStage stage,
        @Nullable NamedStage since,
        @Nullable String from,
        @Nullable String to,
        List<String> versions,
        Units units,
        String estimator,
        @Nullable Double conditionalOn,
        Curve.@Nullable Median median,
        @Nullable List<Point> points,
        @Nullable IntervalCurve intervalCensored,
        @Nullable String suppressed,
        Method method) {

    /**
     * @param counted that were under way
     * @param late of {@code counted}, those that entered after the clock had started (left truncation)
     * @param waiting of {@code counted}, those that had neither reached it nor left when last seen
     * @param alreadyThere that had reached it before they were observed
     * @param unknownBeginning found at {@code since} or between it and {@code stage}: since when is unknown
     */
    public record Units(
            int counted, int late, int reached, int left, int waiting, int alreadyThere, int unknownBeginning) {}

    /**
     * From here to the next point nothing changes.
     *
     * @param notReached were none to leave (Kaplan–Meier, leaving taken for censoring)
     * @param reached the share that has reached it (Aalen–Johansen)
     * @param left the share that left before (Aalen–Johansen)
     * @param waiting the rest
     */
    public record Point(
            double years, int atRisk, @Nullable Share notReached, Share reached, Share left, double waiting) {}
}

package io.cairn.maturity.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * Krippendorff's α: {@code 1 − D_o/D_e}, the disagreement within units against the one expected when values fall to
 * units by chance. 1 is agreement, 0 what chance gives, less than 0 is systematic disagreement.
 *
 * <p>With {@code S(X)} the squared differences of all ordered pairs in X, {@code m_u} the values of unit u, and n all
 * values of units that have at least two, {@code α = 1 − (n−1)·Σ_u S(u)/(m_u−1) / S(all)}: K. Krippendorff, Computing
 * Krippendorff's Alpha-Reliability (2011); A. F. Hayes and K. Krippendorff, Answering the Call for a Standard
 * Reliability Measure for Coding Data, Communication Methods and Measures 1 (2007), 77–89.
 */
public final class KrippendorffAlpha {
    private KrippendorffAlpha() {}

    /** @param units the values each unit was given; whoever said nothing of a unit is left out of it */
    public static Coefficient of(List<double[]> units, Metric metric) {
        var pairable = units.stream().filter(unit -> unit.length > 1).toList();
        if (pairable.isEmpty()) return new Coefficient.Undefined(Coefficient.Why.NO_PAIRS);
        var all = pairable.stream().flatMapToDouble(Arrays::stream).toArray();
        if (Arrays.stream(all).distinct().count() == 1) return new Coefficient.Undefined(Coefficient.Why.NO_VARIATION);
        var coding = metric.coded(all);
        var observed = pairable.stream()
                .mapToDouble(unit ->
                        metric.differences(Arrays.stream(unit).map(coding).toArray()) / (unit.length - 1))
                .sum();
        var expected = metric.differences(Arrays.stream(all).map(coding).toArray()) / (all.length - 1);
        return new Coefficient.Known(1 - observed / expected);
    }
}

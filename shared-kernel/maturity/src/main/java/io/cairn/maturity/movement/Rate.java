package io.cairn.maturity.movement;

import org.jspecify.annotations.Nullable;

/**
 * How often units go from one stage to another, a year: {@code λ_ij = N_ij / T_i}, with the exact interval of {@link
 * PoissonInterval}. It takes the chance of going to be the same however long a unit has been there.
 *
 * @param to null for leaving
 * @param events N_ij
 * @param years T_i, of all units together in {@code from}
 */
public record Rate(int from, @Nullable Integer to, long events, double years, double rate, double low, double high) {
    static Rate of(int from, @Nullable Integer to, long events, double years) {
        var interval = PoissonInterval.of(events);
        return new Rate(from, to, events, years, events / years, interval.low() / years, interval.high() / years);
    }
}

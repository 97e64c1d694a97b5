package io.cairn.maturity.movement;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * The exact 95 % interval of a Poisson mean when {@code events} were counted: {@code χ²(.025; 2N)/2 .. χ²(.975;
 * 2N+2)/2} (F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28 (1936), 437–442).
 */
public record PoissonInterval(double low, double high) {
    private static final double TAIL = 0.025;

    public static PoissonInterval of(long events) {
        if (events < 0) throw new IllegalArgumentException("there are no fewer events than none");
        return new PoissonInterval(events == 0 ? 0 : quantile(2 * events, TAIL), quantile(2 * (events + 1), 1 - TAIL));
    }

    private static double quantile(long degrees, double p) {
        // the default accuracy of an inverse is 1e-9
        return new ChiSquaredDistribution(degrees, 1e-13).inverseCumulativeProbability(p) / 2;
    }
}

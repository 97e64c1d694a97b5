package io.cairn.maturity.movement;

import org.hipparchus.linear.MatrixUtils;

/**
 * Rates of a process that forgets how it came to where it is.
 *
 * @param rates Λ a year: what is not on the diagonal is at least 0, and rows add up to 0
 */
public record Generator(double[][] rates) {

    /** {@code P(t) = e^{Λt}}: from each state (row) to be in each (column) after {@code years}; rows add up to 1. */
    public double[][] after(double years) {
        return MatrixUtils.matrixExponential(MatrixUtils.createRealMatrix(rates).scalarMultiply(years))
                .getData();
    }

    /** The states that can ever be reached from {@code state}, itself included. */
    boolean[] reach(int state) {
        var reached = new boolean[rates.length];
        spread(state, reached);
        return reached;
    }

    private void spread(int state, boolean[] reached) {
        if (reached[state]) return;
        reached[state] = true;
        for (var next = 0; next < rates.length; next++) if (rates[state][next] > 0) spread(next, reached);
    }
}

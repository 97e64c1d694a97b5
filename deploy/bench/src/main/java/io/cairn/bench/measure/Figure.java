package io.cairn.bench.measure;

import java.util.List;

/** What a peer showed in each round. */
public record Figure(String unit, List<Double> rounds) {
    public Figure {
        rounds = List.copyOf(rounds);
    }

    public Spread spread() {
        return Spread.of(rounds);
    }
}

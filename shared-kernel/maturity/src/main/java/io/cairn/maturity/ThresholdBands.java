package io.cairn.maturity;

/** A stage from each bound on, bounds being shares of the way from the lowest to the highest score. */
record ThresholdBands(MaturityModel model, StageRule.Thresholds rule) implements Bands {
    @Override
    public int ordinal(Score score) {
        var reached = 0;
        for (var bound : rule.bounds()) if (Figures.atLeast(score.share(), bound)) reached++;
        return Math.min(reached, model.stages().size());
    }

    @Override
    public double fraction(Score score, int ordinal) {
        var from = ordinal == 0 ? 0 : rule.bounds().get(ordinal - 1);
        return Bands.between(from, rule.bounds().get(ordinal), score.share());
    }
}

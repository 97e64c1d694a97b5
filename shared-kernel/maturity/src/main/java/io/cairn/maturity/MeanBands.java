package io.cairn.maturity;

/** The score itself counts stages: 2.7 is stage 2 rounded down, stage 3 rounded half up. */
record MeanBands(MaturityModel model, StageRule.Mean rule) implements Bands {
    @Override
    public int ordinal(Score score) {
        var whole = (int) Math.floor(score.value() + lead() + Figures.TOLERANCE);
        return Math.clamp(whole, 0, model.stages().size());
    }

    @Override
    public double fraction(Score score, int ordinal) {
        var from = Math.max(ordinal - lead(), lowestScore());
        return Bands.between(from, ordinal + 1 - lead(), score.value());
    }

    /** How far below the whole number a stage starts. */
    private double lead() {
        return switch (rule.rounding()) {
            case FLOOR -> 0;
            case HALF_UP -> 0.5;
        };
    }

    private double lowestScore() {
        return switch (model.scoring()) {
            case ScoringPolicy.Points ignored -> 0;
            case ScoringPolicy.WeightedMean mean -> mean.min();
        };
    }
}

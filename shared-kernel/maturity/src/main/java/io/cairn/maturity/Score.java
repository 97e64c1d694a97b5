package io.cairn.maturity;

import java.util.List;

/**
 * The score of one dimension or of several together.
 *
 * @param share 0..1
 * @param value on the model's scale, at most {@code max}
 * @param coverage the part of the score that rests on answers, 0..1
 * @param empty true when no question applies; the share says nothing then
 */
record Score(double share, double value, double max, double coverage, boolean empty) {

    static Score of(ScoringPolicy policy, Tally tally) {
        return switch (policy) {
            case ScoringPolicy.Points ignored ->
                new Score(tally.share(), tally.earned(), tally.applicable(), tally.coverage(), tally.isEmpty());
            case ScoringPolicy.WeightedMean mean -> mean(mean, tally.share(), tally.coverage(), tally.isEmpty());
        };
    }

    /**
     * Points are summed over dimensions whatever their weights. Otherwise the mean of dimensions by their weights,
     * {@code Σ W·s / Σ W}, and their coverage likewise, so that the scale on which one dimension weighs its questions
     * against each other has no say in it; a dimension in which nothing applies is left out.
     */
    static Score of(ScoringPolicy policy, List<Sheet> sheets) {
        return switch (policy) {
            case ScoringPolicy.Points points ->
                of(points, sheets.stream().map(Sheet::tally).reduce(Tally.NOTHING, Tally::plus));
            case ScoringPolicy.WeightedMean mean -> {
                double weight = weight(sheets), share = 0, coverage = 0;
                for (var sheet : sheets) {
                    if (sheet.tally().isEmpty()) continue;
                    share += sheet.weight() * sheet.tally().share();
                    coverage += sheet.weight() * sheet.tally().coverage();
                }
                yield weight > 0 ? mean(mean, share / weight, coverage / weight, false) : mean(mean, 0, 1, true);
            }
        };
    }

    /** Σ W of the dimensions in which a question applies. */
    static double weight(List<Sheet> sheets) {
        return sheets.stream()
                .filter(sheet -> !sheet.tally().isEmpty())
                .mapToDouble(Sheet::weight)
                .sum();
    }

    private static Score mean(ScoringPolicy.WeightedMean scale, double share, double coverage, boolean empty) {
        return new Score(share, scale.min() + share * (scale.max() - scale.min()), scale.max(), coverage, empty);
    }
}

package io.cairn.maturity.whatif;

import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ScoringPolicy;
import io.cairn.maturity.StageRule;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a stage demands under a model's rule: bars to be reached in each of some parts, of which enough by weight must
 * be done.
 *
 * @param share of the parts' weight, 1 for all of them
 */
record Goal(List<Part> parts, double share) {
    /** @param weight 1 where all parts are needed */
    record Part(double weight, List<Bar> bars) {}

    boolean isWhole() {
        return share == 1 && parts.stream().allMatch(part -> part.weight() == 1);
    }

    List<Bar> bars() {
        return parts.stream().flatMap(part -> part.bars().stream()).toList();
    }

    static Goal of(MaturityModel model, Target target) {
        var dimension = target.dimension();
        if (dimension != null)
            return new Goal(
                    model.dimensions().stream()
                            .filter(it -> it.key().equals(dimension))
                            .map(it -> new Part(1, alone(model, it, target.stage())))
                            .toList(),
                    1);
        if (model.views().isEmpty() && !(model.stageRule() instanceof StageRule.Gated))
            return new Goal(List.of(new Part(1, List.of(together(model, target.stage())))), 1);
        var quorum = model.views().isEmpty() ? quorum(model.stageRule()) : null;
        return new Goal(
                model.dimensions().stream()
                        .filter(Dimension::mandatory)
                        .map(it -> new Part(quorum == null ? 1 : it.weight(), alone(model, it, target.stage())))
                        .toList(),
                quorum == null ? 1 : quorum.share());
    }

    private static StageRule.Overall.@Nullable Quorum quorum(StageRule rule) {
        return rule instanceof StageRule.Gated gated && gated.overall() instanceof StageRule.Overall.Quorum quorum
                ? quorum
                : null;
    }

    private static List<Bar> alone(MaturityModel model, Dimension dimension, int stage) {
        return switch (model.stageRule()) {
            case StageRule.Gated gated ->
                IntStream.rangeClosed(1, stage)
                        .mapToObj(ordinal -> gate(model, gated, dimension, ordinal))
                        .toList();
            case StageRule.Thresholds ignored -> List.of(score(model, List.of(dimension), stage, false));
            case StageRule.Mean ignored -> List.of(score(model, List.of(dimension), stage, false));
        };
    }

    private static Bar gate(MaturityModel model, StageRule.Gated rule, Dimension dimension, int ordinal) {
        var questions = dimension.questions().stream()
                .filter(question -> question.stage() != null && question.stage() == ordinal)
                .toList();
        return new Bar(
                "stage " + ordinal + " (" + title(model, ordinal) + ") of " + name(dimension),
                List.of(new Bar.Part(dimension, questions)),
                false,
                rule.threshold(),
                rule.coverage(),
                true);
    }

    private static Bar together(MaturityModel model, int stage) {
        return score(model, model.dimensions(), stage, model.scoring() instanceof ScoringPolicy.WeightedMean);
    }

    private static Bar score(MaturityModel model, List<Dimension> dimensions, int stage, boolean weighted) {
        var of = dimensions.size() == 1 ? " of " + name(dimensions.getFirst()) : "";
        return new Bar(
                "the score that stage " + stage + " (" + title(model, stage) + ") asks" + of,
                dimensions.stream().map(it -> new Bar.Part(it, it.questions())).toList(),
                weighted,
                bound(model, stage),
                model.minimumCoverage(),
                false);
    }

    /** The least score as a share of the way from the lowest to the highest. */
    private static double bound(MaturityModel model, int stage) {
        return switch (model.stageRule()) {
            case StageRule.Gated gated -> gated.threshold();
            case StageRule.Thresholds thresholds -> thresholds.bounds().get(stage - 1);
            case StageRule.Mean mean -> {
                var lead = mean.rounding() == StageRule.Rounding.HALF_UP ? 0.5 : 0;
                yield switch (model.scoring()) {
                    case ScoringPolicy.WeightedMean scale -> (stage - lead - scale.min()) / (scale.max() - scale.min());
                    case ScoringPolicy.Points ignored ->
                        throw new IllegalArgumentException("points count no stages, so there is no mean of them");
                };
            }
        };
    }

    private static String title(MaturityModel model, int ordinal) {
        return model.stages().get(ordinal - 1).title().in("en");
    }

    private static String name(Dimension dimension) {
        return "dimension “" + dimension.title().in("en") + "”";
    }
}

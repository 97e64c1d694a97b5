package io.cairn.maturity;

import io.cairn.maturity.file.Place;
import java.util.List;

/** Makes the scoring policy and the stage rule of a file in which no fault was found. */
final class RuleBuilding {
    private RuleBuilding() {}

    static ScoringPolicy scoring(Place scoring) {
        if (ModelChecks.names(scoring.get("method"), "points")) return new ScoringPolicy.Points();
        return new ScoringPolicy.WeightedMean(
                scoring.get("min").number().orElse(0.0),
                scoring.get("max").number().orElse(1.0));
    }

    static StageRule rule(Place rule, List<String> stages) {
        var kind = ModelBuilding.string(rule, "rule");
        return switch (kind) {
            case "gated" ->
                new StageRule.Gated(
                        rule.get("threshold").number().orElse(0.8),
                        rule.get("coverage").number().orElse(0.8),
                        overall(rule.get("overall")));
            case "thresholds" ->
                new StageRule.Thresholds(stages.stream()
                        .map(stage -> rule.get("bounds").get(stage).number().orElseThrow())
                        .toList());
            case "mean" ->
                new StageRule.Mean(
                        ModelChecks.names(rule.get("rounding"), "floor")
                                ? StageRule.Rounding.FLOOR
                                : StageRule.Rounding.HALF_UP);
            default -> throw new IllegalStateException("no rule " + kind);
        };
    }

    private static StageRule.Overall overall(Place overall) {
        return overall.get("quorum")
                .number()
                .<StageRule.Overall>map(StageRule.Overall.Quorum::new)
                .orElseGet(StageRule.Overall.Minimum::new);
    }
}

package io.cairn.maturity;

import io.cairn.maturity.file.Faults;
import io.cairn.maturity.file.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** That the stage rule can tell every stage from what the model has. */
final class StageRuleChecks {
    private final Place root;
    private final Place rule;
    private final List<String> stages;
    private final Faults faults;

    private StageRuleChecks(Place root, List<String> stages, Faults faults) {
        this.root = root;
        this.rule = root.get("stageRule");
        this.stages = stages;
        this.faults = faults;
    }

    static void check(Place root, List<String> stages, Faults faults) {
        var checks = new StageRuleChecks(root, stages, faults);
        checks.scoring();
        switch (checks.rule.get("rule").string().orElse("")) {
            case "gated" -> checks.gated();
            case "thresholds" -> checks.thresholds();
            case "mean" -> checks.mean();
            default -> {}
        }
    }

    private void scoring() {
        var max = root.get("scoring").get("max");
        if (lowest() >= highest()) faults.add(max, "must be above min");
    }

    private double lowest() {
        return root.get("scoring").get("min").number().orElse(0.0);
    }

    private double highest() {
        return root.get("scoring").get("max").number().orElse(1.0);
    }

    private void gated() {
        var mandatory = root.get("dimensions").items().stream()
                .filter(d -> d.get("mandatory").bool().orElse(true))
                .toList();
        if (mandatory.isEmpty() && !root.get("dimensions").items().isEmpty())
            faults.add(root.get("dimensions"), "need one at least that is mandatory");
        for (var dimension : root.get("dimensions").items())
            for (var question : dimension.get("questions").items())
                if (!question.get("stage").isThere())
                    faults.add(
                            question.get("stage"), "is missing: under a gated rule every question belongs to a stage");
        for (var dimension : mandatory) everyStageHasAQuestion(dimension);
    }

    /** Without one the stage could never be told, nor any above it. */
    private void everyStageHasAQuestion(Place dimension) {
        var questions = dimension.get("questions");
        if (questions.items().isEmpty()) return;
        var seen = stagesOf(questions, false);
        var alwaysAsked = stagesOf(questions, true);
        for (var stage : stages)
            if (!seen.contains(stage)) faults.add(questions, "have none for the stage '" + stage + "'");
            else if (!alwaysAsked.contains(stage))
                faults.add(questions, "have none for the stage '" + stage + "' that depends on no other");
    }

    private Set<String> stagesOf(Place questions, boolean alwaysAsked) {
        return questions.items().stream()
                .filter(question -> ModelChecks.weight(root, question) != 0)
                .filter(question -> !alwaysAsked || !question.get("dependsOn").isThere())
                .flatMap(question -> question.get("stage").string().stream())
                .collect(Collectors.toSet());
    }

    private void thresholds() {
        noneIsCritical();
        var bounds = rule.get("bounds");
        var known = Set.copyOf(stages);
        bounds.entries().forEach((stage, bound) -> {
            if (!known.contains(stage)) faults.add(bound, "names the stage '" + stage + "', which is not there");
        });
        if (!bounds.isMapping()) return;
        var before = -1.0;
        for (var stage : stages) {
            var bound = bounds.get(stage);
            if (!bound.isThere()) faults.add(bound, "is missing");
            var value = bound.number().orElse(Double.NaN);
            if (stage.equals(stages.getFirst()) && value != 0 && bound.number().isPresent())
                faults.add(bound, "must be 0, being the first");
            if (value <= before) faults.add(bound, "must be above the bound of the stage before");
            if (!Double.isNaN(value)) before = value;
        }
    }

    private void mean() {
        noneIsCritical();
        if (ModelChecks.names(root.get("scoring").get("method"), "points"))
            faults.add(rule.get("rule"), "mean needs the scoring policy weighted-mean; points count no stages");
        else if (highest() != stages.size() || (lowest() != 0 && lowest() != 1))
            faults.add(rule.get("rule"), "mean needs a score that counts the stages: min 0 or 1, max " + stages.size());
    }

    private void noneIsCritical() {
        for (var dimension : root.get("dimensions").items())
            for (var question : dimension.get("questions").items())
                if (question.get("critical").isThere())
                    faults.add(question.get("critical"), "counts only under a gated rule");
    }
}

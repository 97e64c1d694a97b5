package io.cairn.maturity;

import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Models as short as a test needs them: five gated stages and a score 0..1 unless it says otherwise. */
final class ModelBuilder {
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private int stages = 5;
    private ScoringPolicy scoring = new ScoringPolicy.WeightedMean(0, 1);
    private StageRule rule = new StageRule.Gated(0.8, 0, new StageRule.Overall.Minimum());
    private double minimumCoverage;
    private double expiredEvidence = 1;

    static ModelBuilder model() {
        return new ModelBuilder();
    }

    ModelBuilder stages(int count) {
        stages = count;
        return this;
    }

    ModelBuilder scale(double min, double max) {
        scoring = new ScoringPolicy.WeightedMean(min, max);
        return this;
    }

    ModelBuilder points() {
        scoring = new ScoringPolicy.Points();
        return this;
    }

    ModelBuilder scoring(ScoringPolicy policy) {
        scoring = policy;
        return this;
    }

    ModelBuilder gated(double threshold, double coverage) {
        return rule(new StageRule.Gated(threshold, coverage, new StageRule.Overall.Minimum()));
    }

    ModelBuilder quorum(double threshold, double share) {
        return rule(new StageRule.Gated(threshold, 0, new StageRule.Overall.Quorum(share)));
    }

    ModelBuilder thresholds(Double... bounds) {
        stages = bounds.length;
        return rule(new StageRule.Thresholds(List.of(bounds)));
    }

    ModelBuilder mean(StageRule.Rounding rounding) {
        return rule(new StageRule.Mean(rounding));
    }

    ModelBuilder rule(StageRule other) {
        rule = other;
        return this;
    }

    ModelBuilder minimumCoverage(double share) {
        minimumCoverage = share;
        return this;
    }

    ModelBuilder expiredEvidence(double factor) {
        expiredEvidence = factor;
        return this;
    }

    ModelBuilder view(String key) {
        views.add(new View(key, Text.en(key)));
        return this;
    }

    ModelBuilder dimension(String key, Question... questions) {
        return dimension(key, 1, questions);
    }

    ModelBuilder dimension(String key, double weight, Question... questions) {
        return add(key, null, weight, true, questions);
    }

    ModelBuilder optional(String key, Question... questions) {
        return add(key, null, 1, false, questions);
    }

    ModelBuilder dimensionOf(String view, String key, Question... questions) {
        return add(key, view, 1, true, questions);
    }

    ModelBuilder add(String key, String view, double weight, boolean mandatory, Question... questions) {
        dimensions.add(new Dimension(
                new DimensionKey(key),
                Text.en(key),
                view,
                weight,
                mandatory,
                Provenance.INFERRED,
                Arrays.asList(questions)));
        return this;
    }

    MaturityModel build() {
        return new MaturityModel(
                ModelRef.of("test", "1.0.0"),
                Text.en("Test"),
                null,
                "made up",
                null,
                IntStream.rangeClosed(1, stages)
                        .mapToObj(i -> new Stage(i, "stage-" + i, Text.en("Stage " + i), null, Provenance.INFERRED))
                        .toList(),
                views,
                dimensions,
                scoring,
                rule,
                minimumCoverage,
                expiredEvidence,
                Map.of());
    }

    /** The same with other questions and another rule for evidence. */
    static MaturityModel with(MaturityModel model, UnaryOperator<Question> change, double expiredEvidence) {
        var builder = model().stages(model.stages().size())
                .scoring(model.scoring())
                .rule(model.stageRule())
                .minimumCoverage(model.minimumCoverage())
                .expiredEvidence(expiredEvidence);
        model.views().forEach(view -> builder.view(view.key()));
        for (var it : model.dimensions())
            builder.add(
                    it.key().value(),
                    it.view(),
                    it.weight(),
                    it.mandatory(),
                    it.questions().stream().map(change).toArray(Question[]::new));
        return builder.build();
    }

    /** A percentage, so that a test can say any value. */
    static Question percent(String key, Integer stage) {
        return question(key, stage, 1, new Scale.Percent());
    }

    static Question percent(String key, Integer stage, double weight) {
        return question(key, stage, weight, new Scale.Percent());
    }

    static Question critical(String key, Integer stage, double bound) {
        return critical(percent(key, stage), bound);
    }

    static Question critical(Question q, Double bound) {
        return new Question(
                q.key(), q.text(), null, q.scale(), q.stage(), q.weight(), bound, false, true, q.provenance());
    }

    static Question evidenced(Question q) {
        return new Question(
                q.key(), q.text(), null, q.scale(), q.stage(), q.weight(), q.critical(), true, true, q.provenance());
    }

    static Question dependsOn(Question q, String other, double atLeast, double atMost) {
        var condition = new Question.Condition(new QuestionKey(other), atLeast, atMost);
        return new Question(
                q.key(),
                q.text(),
                null,
                q.scale(),
                q.stage(),
                q.weight(),
                q.critical(),
                q.evidenceRequired(),
                true,
                condition,
                q.provenance());
    }

    static Question yesNo(String key, Integer stage) {
        return question(key, stage, 1, new Scale.Truth());
    }

    static Question question(String key, Integer stage, double weight, Scale scale) {
        return new Question(
                new QuestionKey(key), Text.en(key), null, scale, stage, weight, null, false, true, Provenance.INFERRED);
    }
}

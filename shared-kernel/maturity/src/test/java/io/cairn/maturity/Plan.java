package io.cairn.maturity;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Models of every rule and policy with answers to them, small enough to be read when a property fails. */
record Plan(
        int stages,
        List<PlannedDimension> dimensions,
        ScoringPolicy scoring,
        StageRule rule,
        double minimum,
        boolean views) {
    static final int UNANSWERED = -1;
    static final int NOT_APPLICABLE = -2;

    record PlannedDimension(double weight, boolean mandatory, boolean firstView, List<PlannedQuestion> questions) {}

    /** @param answer 0..100, or one of the two above */
    record PlannedQuestion(Integer stage, double weight, Double critical, int answer) {}

    /** A rule with a policy that can reach its last stage. */
    record Scheme(ScoringPolicy scoring, StageRule rule) {}

    static Arbitrary<Plan> any() {
        return counts().flatMap(n -> of(n, Arbitraries.oneOf(gated(n), gated(n), bands(n)), sometimes()));
    }

    static Arbitrary<Plan> gated() {
        return counts().flatMap(n -> of(n, gated(n), sometimes()));
    }

    static Arbitrary<Plan> bandsWithoutViews() {
        return counts().flatMap(n -> of(n, bands(n), Arbitraries.just(false)));
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(1, 4);
    }

    private static Arbitrary<Boolean> sometimes() {
        return Arbitraries.of(false, false, true);
    }

    private static Arbitrary<Plan> of(int stages, Arbitrary<Scheme> schemes, Arbitrary<Boolean> views) {
        return Combinators.combine(
                        dimension(stages).list().ofMinSize(1).ofMaxSize(3),
                        schemes,
                        Arbitraries.of(0.0, 0.5, 0.8, 1.0),
                        views)
                .as((dimensions, scheme, minimum, withViews) ->
                        new Plan(stages, dimensions, scheme.scoring, scheme.rule, minimum, withViews));
    }

    private static Arbitrary<Scheme> gated(int stages) {
        return Combinators.combine(
                        policies(stages),
                        Arbitraries.of(0.5, 0.6, 0.8, 1.0),
                        Arbitraries.of(0.0, 0.5, 0.75, 1.0),
                        Arbitraries.of(
                                new StageRule.Overall.Minimum(),
                                new StageRule.Overall.Minimum(),
                                new StageRule.Overall.Quorum(0.5),
                                new StageRule.Overall.Quorum(2 / 3.0),
                                new StageRule.Overall.Quorum(1)))
                .as((policy, threshold, coverage, overall) ->
                        new Scheme(policy, new StageRule.Gated(threshold, coverage, overall)));
    }

    private static Arbitrary<Scheme> bands(int stages) {
        var bounds =
                IntStream.range(0, stages).mapToObj(i -> i / (double) stages).toList();
        var means = Combinators.combine(
                        Arbitraries.of(
                                new ScoringPolicy.WeightedMean(0, stages), new ScoringPolicy.WeightedMean(1, stages)),
                        Arbitraries.of(StageRule.Rounding.class))
                .as((policy, rounding) -> new Scheme(policy, new StageRule.Mean(rounding)));
        return Arbitraries.oneOf(
                policies(stages).map(policy -> new Scheme(policy, new StageRule.Thresholds(bounds))), means);
    }

    private static Arbitrary<ScoringPolicy> policies(int stages) {
        return Arbitraries.of(
                new ScoringPolicy.WeightedMean(0, 1),
                new ScoringPolicy.WeightedMean(0, stages),
                new ScoringPolicy.WeightedMean(1, 5),
                new ScoringPolicy.Points());
    }

    private static Arbitrary<PlannedDimension> dimension(int stages) {
        return Combinators.combine(
                        Arbitraries.of(1.0, 2.0, 0.3),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false),
                        question(stages).list().ofMinSize(1).ofMaxSize(6))
                .as(PlannedDimension::new);
    }

    private static Arbitrary<PlannedQuestion> question(int stages) {
        var answers = Arbitraries.oneOf(
                Arbitraries.of(0, 50, 80, 100, 100, 100, UNANSWERED, NOT_APPLICABLE),
                Arbitraries.integers().between(0, 100));
        return Combinators.combine(
                        Arbitraries.integers().between(1, stages).injectNull(0.1),
                        Arbitraries.of(1.0, 1.0, 2.0, 0.5, 0.1, 7.0),
                        Arbitraries.of(0.25, 0.5, 0.9, 1.0).injectNull(0.8),
                        answers)
                .as(PlannedQuestion::new);
    }

    /** The questions are q0, q1, … over all dimensions. */
    MaturityModel model() {
        return model(weight -> weight, weight -> weight, Integer.MIN_VALUE);
    }

    /** With other weights, and without the questions of one kind of answer. */
    MaturityModel model(DoubleUnaryOperator ofQuestions, DoubleUnaryOperator ofDimensions, int left) {
        var model =
                ModelBuilder.model().stages(stages).scoring(scoring).rule(rule).minimumCoverage(minimum);
        if (views) model.view("first").view("second");
        var next = 0;
        for (var d = 0; d < dimensions.size(); d++) {
            var planned = dimensions.get(d);
            var questions = new ArrayList<Question>();
            for (var q : planned.questions) {
                var key = "q" + next++;
                if (q.answer == left) continue;
                questions.add(ModelBuilder.critical(
                        ModelBuilder.percent(key, q.stage, ofQuestions.applyAsDouble(q.weight)), q.critical));
            }
            model.add(
                    "d" + d,
                    views ? (planned.firstView ? "first" : "second") : null,
                    ofDimensions.applyAsDouble(planned.weight),
                    planned.mandatory,
                    questions.toArray(Question[]::new));
        }
        return model.build();
    }

    List<PlannedQuestion> questions() {
        return dimensions.stream().flatMap(d -> d.questions.stream()).toList();
    }

    Map<QuestionKey, AgreedAnswer> answers() {
        var answers = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        var all = questions();
        for (var i = 0; i < all.size(); i++) {
            var answer = all.get(i).answer;
            if (answer != UNANSWERED) answers.put(new QuestionKey("q" + i), AgreedAnswer.of(answer(answer)));
        }
        return answers;
    }

    static Answer answer(int answer) {
        return answer == NOT_APPLICABLE ? Answer.notApplicable("does not apply") : Answer.of(AnswerValue.of(answer));
    }
}

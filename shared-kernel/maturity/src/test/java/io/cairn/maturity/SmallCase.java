package io.cairn.maturity;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.Evidence;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.whatif.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A model of any rule with a handful of questions on coarse scales, answers of every kind to them, and a target: small
 * enough that every set of changes can be tried.
 */
record SmallCase(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, Target target, Set<QuestionKey> fixed) {
    private static final List<Scale> SCALES = List.of(
            new Scale.Truth(),
            new Scale.Likert(3, List.of()),
            new Scale.Choice(List.of(option("a", 0), option("b", 2), option("c", 2), option("d", 3)), 4));
    private static final double[] WEIGHTS = {1, 1, 2, 0.5, 3};

    /** What the cheapest changes come to; nothing when none reach the target. */
    record Cheapest(int changes, double effort) {}

    static SmallCase random(Random random) {
        var stages = 1 + random.nextInt(3);
        var questions = new ArrayList<Question>();
        var count = 1 + random.nextInt(5);
        var gated = random.nextInt(3) > 0;
        var evidence = random.nextInt(3) == 0;
        for (var i = 0; i < count; i++) questions.add(question(random, i, stages, gated, evidence));
        var builder = ModelBuilder.model().stages(stages).expiredEvidence(evidence ? random.nextInt(3) / 2.0 : 1);
        rule(random, builder, stages, gated);
        var views = random.nextInt(5) == 0;
        if (views) builder.view("one").view("two");
        var dimensions = 1 + random.nextInt(3);
        for (var d = 0; d < dimensions; d++) {
            var number = d;
            builder.add(
                    "d" + d,
                    views ? (d == 0 ? "one" : "two") : null,
                    WEIGHTS[random.nextInt(WEIGHTS.length)],
                    random.nextInt(5) > 0,
                    IntStream.range(0, count)
                            .filter(i -> i % dimensions == number)
                            .mapToObj(questions::get)
                            .toArray(Question[]::new));
        }
        var model = builder.build();
        var answers = new HashMap<QuestionKey, AgreedAnswer>();
        var fixed = new HashSet<QuestionKey>();
        for (var question : questions) {
            var answer = answer(random, question);
            if (answer != null) answers.put(question.key(), answer);
            if (random.nextInt(8) == 0) fixed.add(question.key());
        }
        var dimension = random.nextInt(3) == 0 ? new DimensionKey("d" + random.nextInt(dimensions)) : null;
        return new SmallCase(model, answers, new Target(1 + random.nextInt(stages), dimension), fixed);
    }

    private static void rule(Random random, ModelBuilder builder, int stages, boolean gated) {
        var share = random.nextInt(5) / 4.0;
        if (gated) {
            var overall = random.nextBoolean()
                    ? new StageRule.Overall.Minimum()
                    : new StageRule.Overall.Quorum(0.3 + random.nextInt(8) / 10.0);
            builder.rule(new StageRule.Gated(random.nextInt(11) / 10.0, share, overall));
            return;
        }
        builder.minimumCoverage(share);
        if (random.nextBoolean()) {
            builder.scale(random.nextInt(2), stages + 1).stages(stages + 1);
            builder.mean(random.nextBoolean() ? StageRule.Rounding.FLOOR : StageRule.Rounding.HALF_UP);
        } else {
            if (random.nextBoolean()) builder.points();
            builder.thresholds(IntStream.range(0, stages)
                    .mapToObj(i -> i / (double) stages)
                    .toArray(Double[]::new));
        }
    }

    private static Question question(Random random, int number, int stages, boolean gated, boolean evidence) {
        var scale = SCALES.get(random.nextInt(SCALES.size()));
        var question = ModelBuilder.question(
                "q" + number, 1 + random.nextInt(stages), WEIGHTS[random.nextInt(WEIGHTS.length)], scale);
        if (gated && random.nextInt(4) == 0) question = ModelBuilder.critical(question, random.nextInt(4) / 4.0);
        if (evidence && random.nextBoolean()) question = ModelBuilder.evidenced(question);
        if (number > 0 && random.nextInt(3) == 0) {
            var from = random.nextInt(3) / 2.0;
            question = ModelBuilder.dependsOn(
                    question, "q" + random.nextInt(number), from, from + random.nextInt(3) / 2.0 * (1 - from));
        }
        return question;
    }

    private static AgreedAnswer answer(Random random, Question question) {
        var kind = random.nextInt(10);
        if (kind < 3) return null;
        if (kind == 3) return AgreedAnswer.of(Answer.notApplicable("no shop"));
        var values = values(question.scale());
        var evidence = switch (random.nextInt(3)) {
            case 0 -> List.<Evidence>of();
            case 1 -> List.of(evidence(-1));
            default -> List.of(evidence(1));
        };
        var answer = new Answer(new Response.Given(values.get(random.nextInt(values.size()))), null, evidence, null);
        return new AgreedAnswer(
                answer, kind == 4 ? BigDecimal.valueOf(question.weight() * random.nextInt(3) / 2.0) : null);
    }

    private static Evidence evidence(int days) {
        return new Evidence("https://wiki.example/a", null, Answers.DAY.plusDays(days));
    }

    private static Scale.Choice.Option option(String key, double points) {
        return new Scale.Choice.Option(key, Text.en(key), points);
    }

    private static List<AnswerValue> values(Scale scale) {
        return switch (scale) {
            case Scale.Truth ignored -> List.of(AnswerValue.of(false), AnswerValue.of(true));
            case Scale.Choice choice ->
                choice.options().stream().map(it -> AnswerValue.of(it.key())).toList();
            case Scale.Likert likert ->
                IntStream.rangeClosed(1, likert.levels())
                        .mapToObj(AnswerValue::of)
                        .toList();
            case Scale.Numeric ignored -> throw new IllegalArgumentException();
            case Scale.Percent ignored -> throw new IllegalArgumentException();
        };
    }

    boolean isReachedBy(Map<QuestionKey, AgreedAnswer> answers) {
        var profile = Scoring.profile(model, answers, Answers.DAY);
        var stage = target.dimension() == null
                ? profile.overall().stage()
                : profile.dimensions().stream()
                        .filter(it -> it.key().equals(target.dimension()))
                        .findFirst()
                        .map(Profile.Dimension::stage)
                        .orElse(null);
        return stage != null && stage.ordinal() >= target.stage();
    }

    /** What is not asked in the end is not to be answered, be it to be rid of a reviewer's points. */
    private boolean everyChangeCounts(Map<QuestionKey, AgreedAnswer> tried) {
        var judging = new Judging(model, tried, Answers.DAY);
        return model.questions().values().stream()
                .filter(question -> tried.get(question.key()) != answers.get(question.key()))
                .allMatch(question -> judging.counted(question).applicable());
    }

    /** What the answer itself is worth, whatever a reviewer gave it. */
    private static double own(Question question, AgreedAnswer before) {
        return before != null && before.answer().response() instanceof Response.Given given
                ? question.scale().value(given.value())
                : 0;
    }

    /** Every change of every set of questions is tried; null when none reach the target. */
    Cheapest cheapest() {
        return cheapest(List.copyOf(model.questions().values()), 0, new HashMap<>(answers), 0, 0, null);
    }

    private Cheapest cheapest(
            List<Question> questions,
            int place,
            Map<QuestionKey, AgreedAnswer> tried,
            int changes,
            double effort,
            Cheapest best) {
        if (best != null && (changes > best.changes || (changes == best.changes && effort >= best.effort - 1e-9)))
            return best;
        if (place == questions.size())
            return isReachedBy(tried) && everyChangeCounts(tried) ? new Cheapest(changes, effort) : best;
        best = cheapest(questions, place + 1, tried, changes, effort, best);
        var question = questions.get(place);
        var before = answers.get(question.key());
        var now = Scoring.worth(model, question, before, Answers.DAY);
        if (fixed.contains(question.key()) || !now.applies()) return best;
        for (var value : values(question.scale())) {
            var worth = question.scale().value(value);
            var same = before != null && before.answer().response().equals(new Response.Given(value));
            if (now.answered() && worth <= now.counted() + 1e-9) continue;
            if (now.answered() && worth <= own(question, before) + 1e-9 && !same) continue;
            tried.put(
                    question.key(),
                    AgreedAnswer.of(new Answer(new Response.Given(value), null, List.of(evidence(0)), null)));
            best = cheapest(
                    questions,
                    place + 1,
                    tried,
                    changes + 1,
                    effort + question.weight() * (worth - now.counted()),
                    best);
        }
        if (before == null) tried.remove(question.key());
        else tried.put(question.key(), before);
        return best;
    }
}

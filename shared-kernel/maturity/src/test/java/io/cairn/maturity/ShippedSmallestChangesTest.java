package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.whatif.Outcome;
import io.cairn.maturity.whatif.SmallestChanges;
import io.cairn.maturity.whatif.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way to every stage of the models that ship. */
class ShippedSmallestChangesTest {
    /** Many times what it takes: on the largest model, of 162 questions, 30 ms as a rule and 400 ms at worst. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Stream<MaturityModel> shipped() {
        return ShippedModels.all().stream().map(ModelFile::model);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_stage_is_reached_from_no_answers(MaturityModel model) {
        for (var stage : model.stages()) isReached(model, Map.of(), stage.ordinal());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_stage_is_reached_from_any_answers(MaturityModel model) {
        var random = new Random(20261122);
        for (var round = 0; round < 5; round++) {
            var answers = random(model, random);
            for (var stage : model.stages()) isReached(model, answers, stage.ordinal());
        }
    }

    private static void isReached(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, int stage) {
        var started = System.nanoTime();
        var outcome = SmallestChanges.to(model, answers, Answers.DAY, new Target(stage, null), Set.of());
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
        var found = (Outcome.Reachable) outcome;
        var after = SmallestChanges.applied(answers, found.changes(), Answers.DAY);
        var reached = Scoring.stage(model, after, Answers.DAY);
        assertThat(reached).as("%s, stage %s", model.ref(), stage).isNotNull();
        assertThat(reached.ordinal()).isGreaterThanOrEqualTo(stage);
        assertThat(found.proof()).isNotEqualTo(Outcome.Proof.GREEDY);
        assertThat(found.atLeast()).isEqualTo(found.changes().size());
        noChangeIsTooMuch(model, after, found, answers, stage);
    }

    /** What is claimed to be the fewest loses the stage when one change is taken back. */
    private static void noChangeIsTooMuch(
            MaturityModel model,
            Map<QuestionKey, AgreedAnswer> after,
            Outcome.Reachable found,
            Map<QuestionKey, AgreedAnswer> before,
            int stage) {
        for (var change : found.changes()) {
            var without = new LinkedHashMap<>(after);
            var taken = before.get(change.question());
            if (taken == null) without.remove(change.question());
            else without.put(change.question(), taken);
            var left = Scoring.stage(model, without, Answers.DAY);
            assertThat(left == null || left.ordinal() < stage)
                    .as("%s without %s", model.ref(), change)
                    .isTrue();
        }
    }

    static Map<QuestionKey, AgreedAnswer> random(MaturityModel model, Random random) {
        var answers = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        for (var question : model.questions().values())
            if (random.nextInt(4) > 0)
                answers.put(question.key(), AgreedAnswer.of(Answer.of(any(question.scale(), random))));
        return answers;
    }

    private static AnswerValue any(Scale scale, Random random) {
        return switch (scale) {
            case Scale.Truth ignored -> AnswerValue.of(random.nextBoolean());
            case Scale.Choice choice ->
                AnswerValue.of(choice.options()
                        .get(random.nextInt(choice.options().size()))
                        .key());
            case Scale.Likert likert -> AnswerValue.of(1 + random.nextInt(likert.levels()));
            case Scale.Percent ignored -> AnswerValue.of(random.nextInt(101));
            case Scale.Numeric numeric -> {
                var span = numeric.max().subtract(numeric.min()).doubleValue();
                yield AnswerValue.of(
                        numeric.min().doubleValue() + Math.round(random.nextDouble() * 1000) / 1000.0 * span);
            }
        };
    }
}

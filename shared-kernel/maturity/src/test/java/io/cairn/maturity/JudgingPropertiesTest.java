package io.cairn.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.Evidence;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Conditions and expired evidence say nothing that other answers to a plainer model could not say. */
@PropertyDefaults(tries = 400, edgeCases = EdgeCasesMode.NONE)
class JudgingPropertiesTest {
    private static final Evidence EXPIRED = new Evidence("https://wiki.example/old", null, Answers.DAY.minusDays(1));

    @Provide
    Arbitrary<Plan> plans() {
        return Plan.any();
    }

    @Property
    void a_question_that_is_not_asked_counts_as_one_that_does_not_apply(
            @ForAll("plans") Plan plan, @ForAll Random random) {
        var conditions = new LinkedHashMap<QuestionKey, Question.Condition>();
        var plain = new LinkedHashMap<>(plan.answers());
        for (var i = 1; i < plan.questions().size(); i++) {
            if (random.nextBoolean()) continue;
            var other = key(random.nextInt(i));
            var condition = new Question.Condition(other, random.nextInt(50) / 100.0, 0.5 + random.nextInt(51) / 100.0);
            conditions.put(key(i), condition);
            if (isSpared(plain.get(other), condition))
                plain.put(key(i), AgreedAnswer.of(Plan.answer(Plan.NOT_APPLICABLE)));
        }
        var model = with(plan.model(), question -> withCondition(question, conditions.get(question.key())), 1);

        same(profile(model, plan.answers()), profile(plan.model(), plain));
    }

    /** Questions come after those they depend on, so the other one is settled. */
    private static boolean isSpared(AgreedAnswer other, Question.Condition condition) {
        if (other == null) return false;
        return switch (other.answer().response()) {
            case Response.NotApplicable ignored -> true;
            case Response.Given given -> !condition.holds(new Scale.Percent().value(given.value()));
        };
    }

    @Property
    void expired_evidence_counts_as_an_answer_that_is_worth_less(@ForAll("plans") Plan plan, @ForAll Random random) {
        var factor = random.nextInt(11) / 10.0;
        var backed = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        var plain = new LinkedHashMap<QuestionKey, AgreedAnswer>();
        plan.answers().forEach((key, agreed) -> {
            var expired = random.nextBoolean();
            backed.put(key, AgreedAnswer.of(expired ? with(agreed.answer(), EXPIRED) : fresh(agreed.answer())));
            plain.put(key, expired ? times(agreed, factor) : agreed);
        });
        var model = with(plan.model(), ModelBuilder::evidenced, factor);

        same(profile(model, backed), profile(plan.model(), plain));
    }

    private static AgreedAnswer times(AgreedAnswer agreed, double factor) {
        return switch (agreed.answer().response()) {
            case Response.NotApplicable ignored -> agreed;
            case Response.Given given -> {
                var percent = ((AnswerValue.Quantity) given.value()).value();
                yield AgreedAnswer.of(
                        Answer.of(new AnswerValue.Quantity(percent.multiply(BigDecimal.valueOf(factor)))));
            }
        };
    }

    private static Answer fresh(Answer answer) {
        return with(answer, new Evidence("https://wiki.example/new", null, Answers.DAY));
    }

    private static Answer with(Answer answer, Evidence evidence) {
        return new Answer(answer.response(), answer.rationale(), List.of(evidence), answer.certainty());
    }

    private static MaturityModel with(MaturityModel model, UnaryOperator<Question> change, double expiredEvidence) {
        return ModelBuilder.with(model, change, expiredEvidence);
    }

    private static Question withCondition(Question question, Question.Condition condition) {
        return condition == null
                ? question
                : ModelBuilder.dependsOn(
                        question, condition.question().value(), condition.atLeast(), condition.atMost());
    }

    private static Profile profile(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers) {
        return Scoring.profile(model, answers, Answers.DAY);
    }

    /** All but the confidence, which counts what was said. */
    private static void same(Profile one, Profile other) {
        assertThat(one.overall()).isEqualTo(other.overall());
        assertThat(one.dimensions()).isEqualTo(other.dimensions());
        assertThat(one.views()).isEqualTo(other.views());
        assertThat(one.blocking()).isEqualTo(other.blocking());
    }

    private static QuestionKey key(int number) {
        return new QuestionKey("q" + number);
    }
}

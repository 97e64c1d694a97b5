package io.cairn.maturity.upgrade;

import static io.cairn.maturity.upgrade.Versions.choice;
import static io.cairn.maturity.upgrade.Versions.question;
import static io.cairn.maturity.upgrade.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.UpgradeRules.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

/** Any two versions of a model, with whatever their author says of them. */
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class UpgradePropertiesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-31");
    private static final List<Scale> SCALES = List.of(
            new Scale.Truth(),
            new Scale.Percent(),
            new Scale.Likert(3, List.of()),
            new Scale.Likert(5, List.of()),
            new Scale.Numeric(
                    BigDecimal.ZERO,
                    BigDecimal.TEN,
                    List.of(new Scale.Numeric.Point(BigDecimal.ZERO, 0), new Scale.Numeric.Point(BigDecimal.TEN, 1))),
            choice("a", 0, "b", 1, "c", 2),
            choice("a", 0, "c", 3));

    @Property
    void every_question_of_both_versions_is_of_exactly_one_kind(@ForAll Random random) {
        var upgrade = any(random);
        var from = new HashMap<QuestionKey, List<QuestionKey>>();
        assertThat(upgrade.questions().stream().map(Mapped::question))
                .containsExactlyElementsOf(upgrade.to().questions().keySet());
        assertThat(upgrade.becomes().stream().map(Became::question))
                .containsExactlyElementsOf(upgrade.from().questions().keySet());
        for (var it : upgrade.questions()) {
            assertThat(it.kind() == Kind.NEW).isEqualTo(it.from().isEmpty());
            assertThat(it.kind() == Kind.MERGED).isEqualTo(it.from().size() > 1);
            assertThat(it.kind()).isNotEqualTo(Kind.REMOVED);
            it.from()
                    .forEach(old ->
                            from.computeIfAbsent(old, k -> new ArrayList<>()).add(it.question()));
        }
        for (var it : upgrade.becomes()) {
            assertThat(it.to()).hasSameElementsAs(from.getOrDefault(it.question(), List.of()));
            assertThat(it.kind() == Kind.REMOVED).isEqualTo(it.to().isEmpty());
            assertThat(it.kind() == Kind.SPLIT).isEqualTo(it.to().size() > 1);
            assertThat(it.kind()).isNotEqualTo(Kind.NEW);
        }
    }

    @Property
    void every_question_gets_an_answer_its_scale_takes_or_a_reason_why_not(@ForAll Random random) {
        var upgrade = any(random);
        var carried = upgrade.carry(answers(upgrade.from(), random));
        assertThat(carried.stream().map(Carried::question))
                .containsExactlyElementsOf(upgrade.to().questions().keySet());
        for (var it : carried) {
            assertThat(it.answer() == null).isNotEqualTo(it.obstacle() == null);
            if (it.answer() != null && it.answer().response() instanceof Response.Given given)
                assertThat(scale(upgrade.to(), it.question()).accept(given.value()))
                        .isEqualTo(given.value());
        }
    }

    @Property
    void whatever_is_answered_goes_back_to_answers_the_older_version_takes(@ForAll Random random) {
        var upgrade = any(random);
        var before = answers(upgrade.from(), random);
        var back = upgrade.back(answers(upgrade.to(), random), before);
        assertThat(back.answers().keySet())
                .containsAll(before.keySet())
                .isSubsetOf(upgrade.from().questions().keySet());
        assertThat(back.answers()).containsAllEntriesOf(back.told());
        Scoring.profile(upgrade.from(), back.answers(), DAY);
    }

    @Property
    void answers_that_only_carried_over_have_changed_nothing(@ForAll Random random) {
        var upgrade = any(random);
        var before = answers(upgrade.from(), random);
        var confirmed = upgrade.carriedAnswers(before).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> AgreedAnswer.of(it.getValue())));
        assertThat(upgrade.back(confirmed, before).answers()).isEqualTo(before);
        assertThat(upgrade.rescored(confirmed, before, DAY).profile())
                .isEqualTo(Scoring.profile(upgrade.from(), before, DAY));
    }

    @Property
    void to_the_same_version_everything_carries_over_and_back(@ForAll Random random) {
        var model = version("1.0.0", questions(random));
        var upgrade = Upgrade.between(model, model, ref -> Optional.empty());
        var answers = answers(model, random);
        assertThat(upgrade.questions()).extracting(Mapped::kind).containsOnly(Kind.SAME);
        assertThat(upgrade.carriedAnswers(answers))
                .isEqualTo(answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> it.getValue().answer())));
        assertThat(upgrade.back(answers, Map.of()).told()).isEqualTo(answers);
    }

    private static Upgrade any(Random random) {
        var older = version("1.0.0", questions(random));
        var newer = questions(random);
        var said = new HashMap<String, Origin>();
        for (var question : newer)
            if (random.nextBoolean()) said.put(question.key().value(), origin(older, question, random));
        var now = random.nextInt(4) == 0 ? version("2.0.0", newer) : version("2.0.0", "1.0.0", said, newer);
        return Upgrade.between(older, now, ref -> Optional.empty());
    }

    private static Question[] questions(Random random) {
        var keys = new HashSet<Integer>();
        for (var i = 0; i < 1 + random.nextInt(6); i++) keys.add(random.nextInt(8));
        return keys.stream()
                .map(it -> question("q" + it, SCALES.get(random.nextInt(SCALES.size()))))
                .toArray(Question[]::new);
    }

    private static Origin origin(MaturityModel older, Question question, Random random) {
        var sources = older.questions().values().stream()
                .filter(it -> random.nextInt(3) == 0)
                .toList();
        var values = new HashMap<String, AnswerValue>();
        if (random.nextBoolean())
            for (var source : sources)
                for (var i = 0; i < 3; i++)
                    values.put(text(value(source.scale(), random)), value(question.scale(), random));
        return new Origin(sources.stream().map(Question::key).toList(), values);
    }

    private static Map<QuestionKey, AgreedAnswer> answers(MaturityModel model, Random random) {
        var answers = new HashMap<QuestionKey, AgreedAnswer>();
        for (var question : model.questions().values())
            switch (random.nextInt(6)) {
                case 0 -> {}
                case 1 -> answers.put(question.key(), AgreedAnswer.of(Answer.notApplicable("not here")));
                default -> answers.put(question.key(), AgreedAnswer.of(Answer.of(value(question.scale(), random))));
            }
        return answers;
    }

    private static AnswerValue value(Scale scale, Random random) {
        return switch (scale) {
            case Scale.Truth ignored -> AnswerValue.of(random.nextBoolean());
            case Scale.Percent ignored -> AnswerValue.of(random.nextInt(101));
            case Scale.Likert it -> AnswerValue.of(1 + random.nextInt(it.levels()));
            case Scale.Numeric ignored -> AnswerValue.of(random.nextInt(101) / 10.0);
            case Scale.Choice it ->
                AnswerValue.of(
                        it.options().get(random.nextInt(it.options().size())).key());
        };
    }

    private static String text(AnswerValue value) {
        return switch (value) {
            case AnswerValue.Truth it -> Boolean.toString(it.value());
            case AnswerValue.Option it -> it.key();
            case AnswerValue.Quantity it -> it.value().toPlainString();
        };
    }

    private static Scale scale(MaturityModel model, QuestionKey question) {
        return model.question(question).orElseThrow().scale();
    }
}

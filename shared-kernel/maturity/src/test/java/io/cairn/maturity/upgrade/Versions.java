package io.cairn.maturity.upgrade;

import io.cairn.language.Answer;
import io.cairn.language.AnswerValue;
import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Provenance;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.ScoringPolicy;
import io.cairn.maturity.Stage;
import io.cairn.maturity.StageRule;
import io.cairn.maturity.Text;
import io.cairn.maturity.UpgradeRules;
import io.cairn.maturity.UpgradeRules.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Versions of a model of one dimension: four stages from 0, .25, .5 and .75 of the score 0..1. */
final class Versions {
    static final Answer YES = Answer.of(AnswerValue.of(true));
    static final Answer NO = Answer.of(AnswerValue.of(false));
    private static final List<String> STAGES = List.of("low", "middle", "high", "top");

    private Versions() {}

    static MaturityModel version(String version, Question... questions) {
        return model(version, null, questions);
    }

    static MaturityModel version(String version, String from, Map<String, Origin> said, Question... questions) {
        var origins = new HashMap<QuestionKey, Origin>();
        said.forEach((question, origin) -> origins.put(key(question), origin));
        return model(version, new UpgradeRules(ModelVersion.parse(from), origins), questions);
    }

    private static MaturityModel model(String version, UpgradeRules rules, Question... questions) {
        return new MaturityModel(
                ModelRef.of("test", version),
                Text.en("Test"),
                null,
                "made up",
                null,
                IntStream.rangeClosed(1, STAGES.size())
                        .mapToObj(i ->
                                new Stage(i, STAGES.get(i - 1), Text.en(STAGES.get(i - 1)), null, Provenance.INFERRED))
                        .toList(),
                List.of(),
                List.of(new Dimension(
                        new DimensionKey("all"),
                        Text.en("All"),
                        null,
                        1,
                        true,
                        Provenance.INFERRED,
                        List.of(questions))),
                new ScoringPolicy.WeightedMean(0, 1),
                new StageRule.Thresholds(List.of(0.0, 0.25, 0.5, 0.75)),
                0,
                1,
                Map.of(),
                rules);
    }

    static Question question(String key, Scale scale) {
        return question(key, scale, 1, false, true);
    }

    static Question question(String key, Scale scale, double weight, boolean evidence, boolean mayNotApply) {
        return new Question(
                key(key), Text.en(key), null, scale, null, weight, null, evidence, mayNotApply, Provenance.INFERRED);
    }

    static Question reworded(Question it, String words) {
        return new Question(
                it.key(),
                Text.en(words),
                null,
                it.scale(),
                null,
                it.weight(),
                null,
                it.evidenceRequired(),
                it.notApplicableAllowed(),
                it.provenance());
    }

    /** Keys and their points in turn. */
    static Scale.Choice choice(Object... options) {
        var all = new ArrayList<Scale.Choice.Option>();
        var most = 0.0;
        for (var i = 0; i < options.length; i += 2) {
            var points = ((Integer) options[i + 1]).doubleValue();
            most = Math.max(most, points);
            all.add(new Scale.Choice.Option((String) options[i], Text.en("It is " + options[i]), points));
        }
        return new Scale.Choice(all, most);
    }

    static QuestionKey key(String key) {
        return new QuestionKey(key);
    }

    /** Questions and what is answered in turn: an answer, an option's key or a number. */
    static Map<QuestionKey, AgreedAnswer> answers(Object... all) {
        var answers = new HashMap<QuestionKey, AgreedAnswer>();
        for (var i = 0; i < all.length; i += 2) answers.put(key((String) all[i]), AgreedAnswer.of(answer(all[i + 1])));
        return answers;
    }

    private static Answer answer(Object said) {
        if (said instanceof String option) return Answer.of(AnswerValue.of(option));
        if (said instanceof Double number) return Answer.of(AnswerValue.of(number));
        return (Answer) said;
    }
}

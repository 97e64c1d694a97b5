package io.cairn.maturity.diff;

import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scale;
import io.cairn.maturity.ScoringPolicy;
import io.cairn.maturity.Stage;
import io.cairn.maturity.StageRule;
import io.cairn.maturity.Text;
import io.cairn.maturity.UpgradeRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of a model as named properties, defaults written out, in the words of the model file. */
final class ModelFields {
    private ModelFields() {}

    static Map<String, Map<String, Object>> stages(MaturityModel model) {
        var stages = new LinkedHashMap<String, Map<String, Object>>();
        for (var stage : model.stages())
            stages.put(
                    stage.key(),
                    fields(
                            "key", stage.key(),
                            "ordinal", stage.ordinal(),
                            "title", words(stage.title()),
                            "definition", words(stage.definition()),
                            "provenance", name(stage.provenance())));
        return stages;
    }

    static Map<String, Map<String, Object>> views(MaturityModel model) {
        var views = new LinkedHashMap<String, Map<String, Object>>();
        for (var view : model.views()) views.put(view.key(), fields("key", view.key(), "title", words(view.title())));
        return views;
    }

    static Map<String, Map<String, Object>> dimensions(MaturityModel model) {
        var dimensions = new LinkedHashMap<String, Map<String, Object>>();
        for (var it : model.dimensions())
            dimensions.put(
                    it.key().value(),
                    fields(
                            "key", it.key().value(),
                            "title", words(it.title()),
                            "view", it.view(),
                            "weight", it.weight(),
                            "mandatory", it.mandatory(),
                            "provenance", name(it.provenance())));
        return dimensions;
    }

    static Map<String, Map<String, Object>> questions(MaturityModel model) {
        var questions = new LinkedHashMap<String, Map<String, Object>>();
        for (var dimension : model.dimensions())
            for (var question : dimension.questions())
                questions.put(question.key().value(), question(model, dimension, question));
        return questions;
    }

    private static Map<String, Object> question(MaturityModel model, Dimension dimension, Question it) {
        var stage = it.stage();
        return fields(
                "key", it.key().value(),
                "dimension", dimension.key().value(),
                "stage", stage == null ? null : key(model.stages().get(stage - 1)),
                "text", words(it.text()),
                "guidance", words(it.guidance()),
                "scale", scale(it.scale()),
                "weight", it.weight(),
                "critical", it.critical(),
                "evidenceRequired", it.evidenceRequired(),
                "notApplicable", it.notApplicableAllowed(),
                "dependsOn", condition(it.dependsOn()),
                "provenance", name(it.provenance()));
    }

    static Map<String, Object> rules(MaturityModel model) {
        return fields(
                "scoring",
                scoring(model.scoring()),
                "stageRule",
                rule(model),
                "minimumCoverage",
                model.minimumCoverage(),
                "evidence",
                fields("expired", model.expiredEvidence()));
    }

    static Map<String, Object> about(MaturityModel model) {
        return fields(
                "title", words(model.title()),
                "description", words(model.description()),
                "source", model.source(),
                "note", words(model.note()),
                "languages", languages(model),
                "upgrade", upgrade(model.upgrade()));
    }

    private static @Nullable Object upgrade(@Nullable UpgradeRules rules) {
        if (rules == null) return null;
        var questions = new TreeMap<String, Object>();
        rules.questions()
                .forEach((key, origin) -> questions.put(
                        key.value(),
                        fields(
                                "from",
                                origin.from().stream().map(QuestionKey::value).toList(),
                                "values",
                                values(origin.values()))));
        return fields("from", rules.from().toString(), "questions", questions);
    }

    private static @Nullable Object values(Map<String, AnswerValue> values) {
        if (values.isEmpty()) return null;
        var said = new TreeMap<String, Object>();
        values.forEach((before, now) -> said.put(
                before,
                switch (now) {
                    case AnswerValue.Truth truth -> truth.value();
                    case AnswerValue.Option option -> option.key();
                    case AnswerValue.Quantity number -> number.value().doubleValue();
                }));
        return said;
    }

    private static Map<String, String> languages(MaturityModel model) {
        var languages = new TreeMap<String, String>();
        model.languages().forEach((language, wording) -> languages.put(language, name(wording)));
        return languages;
    }

    private static Object scale(Scale scale) {
        return switch (scale) {
            case Scale.Truth ignored -> fields("type", "boolean");
            case Scale.Percent ignored -> fields("type", "percent");
            case Scale.Likert it ->
                fields(
                        "type", "likert",
                        "levels", it.levels(),
                        "labels", it.labels().stream().map(ModelFields::words).toList());
            case Scale.Choice it ->
                fields(
                        "type", "choice",
                        "maxPoints", it.maxPoints(),
                        "options",
                                it.options().stream().map(ModelFields::option).toList());
            case Scale.Numeric it ->
                fields(
                        "type", "numeric",
                        "min", it.min().doubleValue(),
                        "max", it.max().doubleValue(),
                        "points",
                                it.points().stream()
                                        .map(point -> fields("x", point.x().doubleValue(), "value", point.value()))
                                        .toList());
        };
    }

    private static Map<String, Object> option(Scale.Choice.Option option) {
        return fields("key", option.key(), "label", words(option.label()), "points", option.points());
    }

    private static @Nullable Object condition(Question.@Nullable Condition condition) {
        if (condition == null) return null;
        QuestionKey other = condition.question();
        return fields("question", other.value(), "atLeast", condition.atLeast(), "atMost", condition.atMost());
    }

    private static Object scoring(ScoringPolicy policy) {
        return switch (policy) {
            case ScoringPolicy.Points ignored -> fields("method", "points");
            case ScoringPolicy.WeightedMean it -> fields("method", "weighted-mean", "min", it.min(), "max", it.max());
        };
    }

    private static Object rule(MaturityModel model) {
        return switch (model.stageRule()) {
            case StageRule.Gated it ->
                fields(
                        "rule", "gated",
                        "threshold", it.threshold(),
                        "coverage", it.coverage(),
                        "overall", overall(it.overall()));
            case StageRule.Thresholds it -> fields("rule", "thresholds", "bounds", bounds(model.stages(), it.bounds()));
            case StageRule.Mean it -> fields("rule", "mean", "rounding", name(it.rounding()));
        };
    }

    private static Object overall(StageRule.Overall overall) {
        return switch (overall) {
            case StageRule.Overall.Minimum ignored -> "minimum";
            case StageRule.Overall.Quorum it -> fields("quorum", it.share());
        };
    }

    private static Map<String, Double> bounds(List<Stage> stages, List<Double> bounds) {
        var byStage = new LinkedHashMap<String, Double>();
        for (var stage : stages) byStage.put(stage.key(), bounds.get(stage.ordinal() - 1));
        return byStage;
    }

    private static @Nullable Map<String, String> words(@Nullable Text text) {
        return text == null ? null : new TreeMap<>(text.byLanguage());
    }

    private static String key(Stage stage) {
        return stage.key();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names and values in turn; a null value is left out. */
    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) fields.put(String.valueOf(namesAndValues[i]), value);
        }
        return fields;
    }
}

package io.cairn.maturity;

import io.cairn.language.DimensionKey;
import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.file.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the model of a file in which no fault was found. */
final class ModelBuilding {
    private final Place root;
    private final Place defaults;
    private final List<String> stages;
    private final Map<String, Scale> scales = new HashMap<>();

    private ModelBuilding(Place root) {
        this.root = root;
        this.defaults = root.get("defaults");
        this.stages =
                root.get("stages").items().stream().map(s -> string(s, "key")).toList();
        root.get("scales").entries().forEach((name, scale) -> scales.put(name, ScaleBuilding.scale(scale)));
    }

    static MaturityModel model(Place root) {
        return new ModelBuilding(root).model();
    }

    private MaturityModel model() {
        return new MaturityModel(
                ModelRef.of(string(root, "key"), string(root, "version")),
                text(root.get("title")),
                textOrNull(root.get("description")),
                string(root, "source"),
                textOrNull(root.get("note")),
                root.get("stages").items().stream().map(this::stage).toList(),
                root.get("views").items().stream()
                        .map(view -> new View(string(view, "key"), text(view.get("title"))))
                        .toList(),
                root.get("dimensions").items().stream().map(this::dimension).toList(),
                RuleBuilding.scoring(root.get("scoring")),
                RuleBuilding.rule(root.get("stageRule"), stages),
                root.get("minimumCoverage").number().orElse(0.8),
                root.get("evidence").get("expired").number().orElse(1.0),
                languages(),
                UpgradeBuilding.rules(root.get("upgrade")));
    }

    private Map<String, Wording> languages() {
        var wordings = new HashMap<String, Wording>();
        root.get("languages")
                .entries()
                .forEach((language, wording) -> wordings.put(
                        language, Wording.valueOf(wording.string().orElseThrow().toUpperCase(Locale.ROOT))));
        return wordings;
    }

    private Stage stage(Place stage) {
        var key = string(stage, "key");
        return new Stage(
                stages.indexOf(key) + 1,
                key,
                text(stage.get("title")),
                textOrNull(stage.get("definition")),
                provenance(stage.get("provenance"), general("stages")));
    }

    private Dimension dimension(Place dimension) {
        var ofQuestions = provenance(dimension.get("questionProvenance"), general("questions"));
        return new Dimension(
                new DimensionKey(string(dimension, "key")),
                text(dimension.get("title")),
                dimension.get("view").string().orElse(null),
                dimension.get("weight").number().orElse(1.0),
                dimension.get("mandatory").bool().orElse(true),
                provenance(dimension.get("provenance"), general("dimensions")),
                dimension.get("questions").items().stream()
                        .map(question -> question(question, ofQuestions))
                        .toList());
    }

    private Question question(Place question, Provenance usual) {
        return new Question(
                new QuestionKey(string(question, "key")),
                text(question.get("text")),
                textOrNull(question.get("guidance")),
                scale(question.get("scale")),
                question.get("stage")
                        .string()
                        .map(key -> stages.indexOf(key) + 1)
                        .orElse(null),
                ModelChecks.weight(root, question),
                question.get("critical").number().orElse(null),
                either(question, "evidenceRequired", false),
                either(question, "notApplicable", true),
                condition(question.get("dependsOn")),
                provenance(question.get("provenance"), usual));
    }

    private static Question.@Nullable Condition condition(Place condition) {
        if (!condition.isThere()) return null;
        return new Question.Condition(
                new QuestionKey(string(condition, "question")),
                condition.get("atLeast").number().orElse(0.0),
                condition.get("atMost").number().orElse(1.0));
    }

    private Scale scale(Place scale) {
        if (scale.isMapping()) return ScaleBuilding.scale(scale);
        var name = scale.string().or(defaults.get("scale")::string).orElseThrow();
        var named = scales.get(name);
        if (named == null) throw new IllegalStateException("no scale " + name);
        return named;
    }

    private boolean either(Place question, String name, boolean otherwise) {
        return question.get(name).bool().or(defaults.get(name)::bool).orElse(otherwise);
    }

    private Provenance general(String kind) {
        return provenance(root.get("provenance").get(kind), Provenance.INFERRED);
    }

    private static Provenance provenance(Place place, Provenance otherwise) {
        return place.string()
                .map(word -> word.equals("stated") ? Provenance.STATED : Provenance.INFERRED)
                .orElse(otherwise);
    }

    static String string(Place place, String name) {
        return place.get(name).string().orElseThrow();
    }

    static Text text(Place place) {
        if (place.string().isPresent()) return Text.en(place.string().get());
        var byLanguage = new HashMap<String, String>();
        place.entries()
                .forEach((language, words) ->
                        byLanguage.put(language, words.string().orElseThrow()));
        return new Text(byLanguage);
    }

    private static @Nullable Text textOrNull(Place place) {
        return place.isThere() ? text(place) : null;
    }
}

package io.cairn.maturity;

import io.cairn.maturity.file.Faults;
import io.cairn.maturity.file.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a schema cannot say about a model file: that its parts fit together. */
final class ModelChecks {
    private final Place root;
    private final Faults faults;
    private final Map<String, Place> stages;
    private final Map<String, Place> views;
    private final Map<String, Place> scales;

    private ModelChecks(Place root, Faults faults) {
        this.root = root;
        this.faults = faults;
        this.stages = unique("stage", root.get("stages").items());
        this.views = unique("view", root.get("views").items());
        this.scales = root.get("scales").entries();
    }

    static void check(Place root, Faults faults) {
        new ModelChecks(root, faults).check();
    }

    private void check() {
        var dimensions = root.get("dimensions").items();
        unique("dimension", dimensions);
        var questions = unique(
                "question",
                dimensions.stream()
                        .flatMap(d -> d.get("questions").items().stream())
                        .toList());
        scales.values().forEach(scale -> ScaleChecks.check(scale, faults));
        known("scale", root.get("defaults").get("scale"), scales);
        for (var dimension : dimensions) dimension(dimension);
        var seen = dimensions.stream()
                .flatMap(dimension -> dimension.get("view").string().stream())
                .collect(Collectors.toSet());
        views.forEach((key, view) -> {
            if (!seen.contains(key)) faults.add(view, "has no dimension");
        });
        ConditionChecks.check(dimensions, faults);
        UpgradeChecks.check(root, questions.keySet(), faults);
        StageRuleChecks.check(root, List.copyOf(stages.keySet()), faults);
    }

    private void dimension(Place dimension) {
        var view = dimension.get("view");
        if (!views.isEmpty() && !view.isThere())
            faults.add(view, "is missing: in a model with views every dimension names one");
        known("view", view, views);
        var questions = dimension.get("questions").items();
        for (var question : questions) question(question);
        if (!questions.isEmpty() && questions.stream().allMatch(q -> weight(root, q) == 0))
            faults.add(dimension.get("questions"), "weigh nothing together");
    }

    private void question(Place question) {
        known("stage", question.get("stage"), stages);
        var scale = question.get("scale");
        if (scale.isMapping()) ScaleChecks.check(scale, faults);
        else known("scale", scale, scales);
        if (!scale.isThere() && !root.get("defaults").get("scale").isThere())
            faults.add(scale, "is missing, and there is no default");
        if (weight(root, question) == 0 && names(root.get("scoring").get("method"), "weighted-mean"))
            faults.add(question.get("weight"), "must be above 0 where weights make a mean");
    }

    /** What a question weighs; NaN when that cannot be told. */
    static double weight(Place root, Place question) {
        var own = question.get("weight");
        var weight = own.isThere() ? own : root.get("defaults").get("weight");
        return weight.isThere() ? weight.number().orElse(Double.NaN) : 1;
    }

    static boolean names(Place place, String key) {
        return place.string().filter(key::equals).isPresent();
    }

    private void known(String what, Place reference, Map<String, Place> known) {
        reference
                .string()
                .filter(key -> !known.containsKey(key))
                .ifPresent(key -> faults.add(reference, "names the " + what + " '" + key + "', which is not there"));
    }

    /** By key, in order; a key used twice is a fault. */
    private Map<String, Place> unique(String what, List<Place> places) {
        var first = new HashMap<String, Integer>();
        var byKey = new LinkedHashMap<String, Place>();
        for (var place : places) {
            var key = place.get("key");
            var name = key.string();
            if (name.isEmpty()) continue;
            byKey.putIfAbsent(name.get(), place);
            var before = first.putIfAbsent(name.get(), key.line());
            if (before != null)
                faults.add(key, "is the key of another " + what + " too: '" + name.get() + "', line " + before);
        }
        return byKey;
    }
}

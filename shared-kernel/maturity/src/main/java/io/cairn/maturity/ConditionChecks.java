package io.cairn.maturity;

import io.cairn.maturity.file.Faults;
import io.cairn.maturity.file.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** That a question which depends on another leads to one that is always asked, and can be asked. */
final class ConditionChecks {
    private static final int DEEPEST = 10;

    private final Map<String, Place> questions = new HashMap<>();
    private final Faults faults;

    private ConditionChecks(List<Place> dimensions, Faults faults) {
        this.faults = faults;
        for (var dimension : dimensions)
            for (var question : dimension.get("questions").items())
                question.get("key").string().ifPresent(key -> questions.putIfAbsent(key, question));
    }

    static void check(List<Place> dimensions, Faults faults) {
        var checks = new ConditionChecks(dimensions, faults);
        for (var dimension : dimensions)
            for (var question : dimension.get("questions").items()) checks.condition(question.get("dependsOn"));
    }

    private void condition(Place condition) {
        if (!condition.isThere()) return;
        var atLeast = condition.get("atLeast").number().orElse(0.0);
        var atMost = condition.get("atMost").number().orElse(1.0);
        if (atLeast > atMost) faults.add(condition.get("atMost"), "must not be below atLeast");
        var other = condition.get("question");
        if (other.string().isEmpty()) return;
        if (!questions.containsKey(other.string().get()))
            faults.add(other, "names the question '" + other.string().get() + "', which is not there");
        else if (depth(condition) > DEEPEST)
            faults.add(other, "depends on others in a circle, or over more than " + DEEPEST + " steps");
    }

    private int depth(Place condition) {
        var depth = 0;
        var next = condition;
        while (next != null && next.isThere() && depth <= DEEPEST) {
            depth++;
            var on = questions.get(next.get("question").string().orElse(""));
            next = on == null ? null : on.get("dependsOn");
        }
        return depth;
    }
}

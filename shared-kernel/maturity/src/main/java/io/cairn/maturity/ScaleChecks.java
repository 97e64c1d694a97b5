package io.cairn.maturity;

import io.cairn.maturity.file.Faults;
import io.cairn.maturity.file.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** That a scale tells every answer apart and gives a better one no less. */
final class ScaleChecks {
    private final Place scale;
    private final Faults faults;

    private ScaleChecks(Place scale, Faults faults) {
        this.scale = scale;
        this.faults = faults;
    }

    static void check(Place scale, Faults faults) {
        var checks = new ScaleChecks(scale, faults);
        switch (scale.get("type").string().orElse("")) {
            case "choice" -> checks.choice();
            case "likert" -> checks.likert();
            case "numeric" -> checks.numeric();
            default -> {}
        }
    }

    private void choice() {
        var max = scale.get("maxPoints").number().orElse(Double.MAX_VALUE);
        var options = scale.get("options").items();
        for (var option : options) {
            var points = option.get("points");
            if (points.number().orElse(0.0) > max) faults.add(points, "are more than the scale's maxPoints");
        }
        distinct(options);
    }

    /** An answer may be given by key or by any label, so all names of all options must differ. */
    private void distinct(List<Place> options) {
        Map<String, Integer> first = new HashMap<>();
        for (var option : options) {
            Set<String> own = new HashSet<>();
            for (var name : names(option)) {
                var folded = FoldedText.fold(name.string().orElse(""));
                if (folded.isEmpty() || !own.add(folded)) continue;
                var before = first.putIfAbsent(folded, name.line());
                if (before != null)
                    faults.add(
                            name, "reads like the option on line " + before + "; case and white space do not matter");
            }
        }
    }

    private static List<Place> names(Place option) {
        var label = option.get("label");
        var names = new ArrayList<Place>(List.of(option.get("key"), label));
        names.addAll(label.entries().values());
        return names;
    }

    private void likert() {
        var labels = scale.get("labels");
        var levels = scale.get("levels").number();
        if (labels.isThere()
                && levels.isPresent()
                && labels.items().size() != levels.get().intValue())
            faults.add(labels, "must be one for each of the " + levels.get().intValue() + " levels");
    }

    private void numeric() {
        var min = scale.get("min").decimal();
        var max = scale.get("max").decimal();
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) >= 0)
            faults.add(scale.get("max"), "must be above min");
        var points = scale.get("points").items();
        if (points.isEmpty()) return;
        if (scale.get("higherIsWorse").isThere())
            faults.add(scale.get("higherIsWorse"), "cannot stand beside points, which may fall themselves");
        min.ifPresent(at -> startsOrEnds(points.getFirst(), at, "the first point must be at min"));
        max.ifPresent(at -> startsOrEnds(points.getLast(), at, "the last point must be at max"));
        inOrder(points);
    }

    private void startsOrEnds(Place point, BigDecimal at, String otherwise) {
        var x = point.get("x");
        if (x.decimal().filter(there -> there.compareTo(at) != 0).isPresent()) faults.add(x, otherwise);
    }

    private void inOrder(List<Place> points) {
        var falls = points.getFirst().get("value").number().orElse(0.0)
                > points.getLast().get("value").number().orElse(1.0);
        for (var i = 1; i < points.size(); i++) {
            var before = points.get(i - 1);
            var x = points.get(i).get("x");
            if (x.decimal().isPresent()
                    && before.get("x").decimal().isPresent()
                    && x.decimal().get().compareTo(before.get("x").decimal().get()) <= 0)
                faults.add(x, "must be above the x of the point before");
            var value = points.get(i).get("value");
            var step = value.number().orElse(Double.NaN)
                    - before.get("value").number().orElse(Double.NaN);
            if (falls ? step > 0 : step < 0)
                faults.add(value, falls ? "must not rise, as the scale falls" : "must not fall, as the scale rises");
        }
    }
}

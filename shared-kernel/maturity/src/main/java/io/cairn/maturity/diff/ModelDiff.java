package io.cairn.maturity.diff;

import io.cairn.maturity.MaturityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is different in a model from another. What bears the same key is the same thing; defaults are written out, so
 * that saying one changes nothing. Names of properties and the values under them are those of the model file.
 *
 * @param rules the differences of scoring, stage rule, minimum coverage and evidence
 * @param about the differences of all that is said of the model as a whole
 */
public record ModelDiff(
        Parts questions, Parts stages, Parts dimensions, Parts views, List<Change> rules, List<Change> about) {
    public ModelDiff {
        rules = List.copyOf(rules);
        about = List.copyOf(about);
    }

    /** @param added whole, by the names of their properties; likewise those removed */
    public record Parts(List<Map<String, Object>> added, List<Map<String, Object>> removed, List<Part> changed) {
        public Parts {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }
    }

    public record Part(String key, List<Change> fields) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /** A property that has another value; null where it has none. */
    public record Change(
            String field, @Nullable Object from, @Nullable Object to) {}

    public static ModelDiff between(MaturityModel from, MaturityModel to) {
        return new ModelDiff(
                parts(ModelFields.questions(from), ModelFields.questions(to)),
                parts(ModelFields.stages(from), ModelFields.stages(to)),
                parts(ModelFields.dimensions(from), ModelFields.dimensions(to)),
                parts(ModelFields.views(from), ModelFields.views(to)),
                changes(ModelFields.rules(from), ModelFields.rules(to)),
                changes(ModelFields.about(from), ModelFields.about(to)));
    }

    private static Parts parts(Map<String, Map<String, Object>> from, Map<String, Map<String, Object>> to) {
        var changed = new ArrayList<Part>();
        from.forEach((key, before) -> {
            var after = to.get(key);
            if (after != null && !before.equals(after)) changed.add(new Part(key, changes(before, after)));
        });
        return new Parts(missingIn(from, to), missingIn(to, from), changed);
    }

    private static List<Map<String, Object>> missingIn(
            Map<String, Map<String, Object>> some, Map<String, Map<String, Object>> all) {
        return all.entrySet().stream()
                .filter(part -> !some.containsKey(part.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Change> changes(Map<String, Object> from, Map<String, Object> to) {
        var names = new TreeMap<>(from);
        names.putAll(to);
        return names.keySet().stream()
                .filter(name -> !Objects.equals(from.get(name), to.get(name)))
                .map(name -> new Change(name, from.get(name), to.get(name)))
                .toList();
    }
}

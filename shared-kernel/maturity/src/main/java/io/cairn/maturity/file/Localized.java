package io.cairn.maturity.file;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model for somebody to read: every text in one language only, the first one wanted that it has, else English; and
 * every stage, dimension and question says its own provenance, also where the file says it once for all.
 *
 * @param languages of the texts, those wanted first; more than one when a text is missing in the first
 */
public record Localized(String json, List<String> languages) {
    private static final Set<String> TEXTS =
            Set.of("title", "description", "note", "definition", "text", "guidance", "label");
    private static final String ENGLISH = "en";

    public Localized {
        languages = List.copyOf(languages);
    }

    /** @param wanted lower-case language tags, the best first */
    static Localized of(JsonNode model, List<String> wanted) {
        var order = new LinkedHashSet<>(wanted);
        order.add(ENGLISH);
        var used = new LinkedHashSet<String>();
        choose(model, order, used);
        provenance((ObjectNode) model);
        return new Localized(
                model.toString(), order.stream().filter(used::contains).toList());
    }

    private static void choose(JsonNode node, Set<String> order, Set<String> used) {
        if (node instanceof ObjectNode object)
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (TEXTS.contains(name) && isText(value)) object.put(name, words(value, order, used));
                else if (name.equals("labels"))
                    object.set(
                            name,
                            object.arrayNode()
                                    .addAll(value.valueStream()
                                            .map(label -> object.stringNode(words(label, order, used)))
                                            .toList()));
                else choose(value, order, used);
            }
        else node.forEach(item -> choose(item, order, used));
    }

    /** A scale may be called "text". */
    private static boolean isText(JsonNode value) {
        return value.isString() || value.path(ENGLISH).isString();
    }

    private static String words(JsonNode text, Set<String> order, Set<String> used) {
        if (text.isString()) {
            used.add(ENGLISH);
            return text.asString();
        }
        var byLanguage = new HashMap<String, String>();
        text.forEachEntry((language, words) -> byLanguage.put(language.toLowerCase(Locale.ROOT), words.asString()));
        var language =
                order.stream().filter(byLanguage::containsKey).findFirst().orElse(ENGLISH);
        used.add(language);
        return byLanguage.getOrDefault(language, "");
    }

    private static void provenance(ObjectNode model) {
        var general = model.path("provenance");
        say(model.path("stages"), general.path("stages"));
        say(model.path("dimensions"), general.path("dimensions"));
        for (var dimension : model.path("dimensions"))
            say(
                    dimension.path("questions"),
                    dimension.has("questionProvenance")
                            ? dimension.path("questionProvenance")
                            : general.path("questions"));
    }

    private static void say(JsonNode items, JsonNode usual) {
        for (var item : items)
            if (item instanceof ObjectNode object && !object.has("provenance")) object.set("provenance", usual);
    }
}

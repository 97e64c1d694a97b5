package io.cairn.maturity.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
        replaceAllTexts(model, text -> words(text, order, used));
        provenance((ObjectNode) model);
        return new Localized(
                model.toString(), order.stream().filter(used::contains).toList());
    }

    /** For every language in the model, whether every text is there in it. */
    static SortedMap<String, Boolean> completeness(JsonNode model) {
        var texts = new ArrayList<Set<String>>();
        replaceAllTexts(model, text -> {
            texts.add(byLanguage(text).keySet());
            return "";
        });
        var counts = new TreeMap<String, Integer>();
        for (var languages : texts) for (var language : languages) counts.merge(language, 1, Integer::sum);
        var complete = new TreeMap<String, Boolean>();
        counts.forEach((language, count) -> complete.put(language, count == texts.size()));
        return complete;
    }

    /** What is said of an earlier version holds keys and answers, some of which may be called as texts are. */
    private static void replaceAllTexts(JsonNode model, Function<JsonNode, String> words) {
        var upgrade = ((ObjectNode) model).remove("upgrade");
        replaceTexts(model, words);
        if (upgrade != null) ((ObjectNode) model).set("upgrade", upgrade);
    }

    private static void replaceTexts(JsonNode node, Function<JsonNode, String> words) {
        if (!(node instanceof ObjectNode object)) {
            node.forEach(item -> replaceTexts(item, words));
            return;
        }
        for (var name : List.copyOf(object.propertyNames())) {
            var value = object.get(name);
            if (TEXTS.contains(name) && isText(value)) object.put(name, words.apply(value));
            else if (name.equals("labels") && value.isArray())
                object.set(
                        name,
                        object.arrayNode()
                                .addAll(value.valueStream()
                                        .map(label -> object.stringNode(words.apply(label)))
                                        .toList()));
            else replaceTexts(value, words);
        }
    }

    /** A scale may be called "text". */
    private static boolean isText(JsonNode value) {
        return value.isString() || value.path(ENGLISH).isString();
    }

    private static String words(JsonNode text, Set<String> order, Set<String> used) {
        var byLanguage = byLanguage(text);
        var language =
                order.stream().filter(byLanguage::containsKey).findFirst().orElse(ENGLISH);
        used.add(language);
        return byLanguage.getOrDefault(language, "");
    }

    private static Map<String, String> byLanguage(JsonNode text) {
        if (text.isString()) return Map.of(ENGLISH, text.asString());
        var byLanguage = new HashMap<String, String>();
        text.forEachEntry((language, words) -> byLanguage.put(language.toLowerCase(Locale.ROOT), words.asString()));
        return byLanguage;
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

package io.cairn.assessment.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two versions of a tenant's own model, from 0 to 1. The second asks for more before it calls a shop high, splits one
 * question, renames another with its options, drops a third and has a new one.
 */
final class ShopModel {
    private static final Map<String, Object> YES_NO = Map.of("type", "boolean");

    private ShopModel() {}

    static void published(Client admin) {
        publish(admin, first());
        publish(admin, second());
    }

    static void publish(Client admin, Map<String, Object> model) {
        admin.post("/models", model).expect(201);
        admin.post("/models/shop/versions/" + model.get("version") + "/publication", Map.of())
                .expect(200);
    }

    static Map<String, Object> first() {
        return model(
                "1.0.0",
                0.6,
                List.of(
                        question("reach", Map.of("type", "percent")),
                        question("team", choice("none", "some", "all")),
                        question("policy", YES_NO),
                        question("paper", YES_NO)));
    }

    static Map<String, Object> second() {
        var model = model(
                "2.0.0",
                0.8,
                List.of(
                        question("reach", Map.of("type", "percent")),
                        question("crew", choice("nobody", "part", "full")),
                        question("policy-there", YES_NO),
                        question("policy-followed", YES_NO),
                        question("online", YES_NO)));
        model.put(
                "upgrade",
                Map.of(
                        "from",
                        "1.0.0",
                        "questions",
                        Map.of(
                                "crew",
                                Map.of(
                                        "from",
                                        "team",
                                        "values",
                                        Map.of("none", "nobody", "some", "part", "all", "full")),
                                "policy-there",
                                Map.of("from", "policy"),
                                "policy-followed",
                                Map.of("from", "policy", "values", Map.of("yes", true)))));
        return model;
    }

    static Map<String, Object> model(String version, double high, List<Object> questions) {
        var model = new TreeMap<String, Object>();
        model.put("format", 1);
        model.put("key", "shop");
        model.put("version", version);
        model.put("title", "Shop");
        model.put("source", "Made up.");
        model.put(
                "provenance",
                Map.of(
                        "stages", "inferred",
                        "dimensions", "inferred",
                        "questions", "inferred",
                        "scoring", "inferred",
                        "stageRule", "inferred"));
        model.put(
                "stages",
                List.of(
                        Map.of("key", "low", "title", "Low"),
                        Map.of("key", "middle", "title", "Middle"),
                        Map.of("key", "high", "title", "High")));
        model.put("scales", Map.of());
        model.put("scoring", Map.of("method", "weighted-mean", "min", 0, "max", 1));
        model.put("stageRule", Map.of("rule", "thresholds", "bounds", Map.of("low", 0, "middle", 0.3, "high", high)));
        model.put("dimensions", List.of(Map.of("key", "all", "title", "All", "questions", questions)));
        return model;
    }

    static Map<String, Object> question(String key, Object scale) {
        return Map.of("key", key, "text", "Is " + key + " as it should be?", "scale", scale);
    }

    static Map<String, Object> choice(String none, String some, String all) {
        return Map.of(
                "type",
                "choice",
                "options",
                List.of(
                        Map.of("key", none, "label", "It is " + none, "points", 0),
                        Map.of("key", some, "label", "It is " + some, "points", 1),
                        Map.of("key", all, "label", "It is " + all, "points", 2)));
    }
}

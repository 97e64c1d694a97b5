package io.cairn.standalone.attack;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cairn.eventstore.json.CairnJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API as its OpenAPI document describes it. */
final class Described {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** @param body the type of the body and its schema; null without one */
    record Op(
            String method,
            String path,
            List<JsonNode> parameters,
            @Nullable Body body,
            JsonNode responses) {
        String name() {
            return method + " " + path;
        }
    }

    record Body(String type, JsonNode schema) {}

    private final JsonNode document =
            closed(Shot.of("GET", "/v3/api-docs").fire().json());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    List<Op> operations() {
        var all = new ArrayList<Op>();
        for (var path : document.path("paths").properties())
            for (var method : path.getValue().properties()) {
                var parameters = new ArrayList<JsonNode>();
                method.getValue().path("parameters").forEach(parameters::add);
                all.add(new Op(
                        method.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(),
                        parameters,
                        body(method.getValue().path("requestBody").path("content")),
                        method.getValue().path("responses")));
            }
        return all;
    }

    private static @Nullable Body body(JsonNode content) {
        for (var type : content.properties())
            return new Body(type.getKey(), type.getValue().path("schema"));
        return null;
    }

    /** What a reference stands for. */
    JsonNode resolved(JsonNode schema) {
        var at = schema;
        while (at.has("$ref")) at = document.at(at.path("$ref").asString().substring(1));
        return at;
    }

    /** Where the answer is not what the document says; empty when it is. */
    List<String> faults(Op operation, Shot.Hit hit) {
        var status = Integer.toString(hit.status());
        var response = operation.responses().path(status);
        if (response.isMissingNode() && hit.status() >= 400)
            response = operation.responses().path("default");
        if (response.isMissingNode()) return List.of("the document names no status " + status);
        if (hit.response().body().length == 0) return List.of();
        var type = hit.header("Content-Type").split(";", 2)[0];
        var content = response.path("content");
        var schema = content.has(type) ? content.path(type) : content.path("*/*");
        if (schema.isMissingNode()) return List.of("the document names no " + type + " for " + status);
        if (!type.endsWith("json")) return List.of();
        var answer = hit.json();
        withoutNulls(answer);
        return compiled(schema.path("schema")).validate(answer.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** What the document does not name is not there: an answer that holds more is not described. */
    private static JsonNode closed(JsonNode document) {
        for (var schema : document.path("components").path("schemas"))
            if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties"))
                object.put("additionalProperties", false);
        return document;
    }

    private Schema compiled(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), it -> {
            ObjectNode whole = CairnJson.mapper().createObjectNode();
            whole.putArray("allOf").add(schema);
            whole.set("components", document.path("components"));
            return REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
        });
    }

    /** A member that is null is taken as one that is left out: the document does not tell them apart. */
    private static void withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(it -> it.getValue().isNull())
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(object::remove);
        }
        node.forEach(Described::withoutNulls);
    }
}

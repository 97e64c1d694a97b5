package io.cairn.standalone.attack;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cairn.eventstore.json.CairnJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final JsonNode document = Shot.of("GET", "/v3/api-docs").fire().json();
    private final Map<String, Schema> schemas = new HashMap<>();

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

    boolean documents(Op operation, int status) {
        return operation.responses().has(Integer.toString(status))
                || status >= 400 && operation.responses().has("default");
    }

    /** What is wrong with the answer; empty when nothing is, or when the document says nothing of such a body. */
    List<String> faults(Op operation, int status, String type, JsonNode answer) {
        var response = operation.responses().path(Integer.toString(status));
        if (response.isMissingNode()) response = operation.responses().path(status >= 400 ? "default" : "200");
        var content = response.path("content");
        var schema = content.has(type)
                ? content.path(type).path("schema")
                : content.path("*/*").path("schema");
        if (schema.isMissingNode()) return List.of();
        withoutNulls(answer);
        return compiled(schema).validate(answer.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
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

package io.cairn.standalone.attack;

import io.cairn.eventstore.json.CairnJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up requests: mostly what the document asks for with values that mean something here, and now and then not. */
final class Guess {
    private static final JsonNodeFactory JSON = CairnJson.mapper().getNodeFactory();
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "\ud83d\ude00",
            "' or 1=1 --",
            "../../etc/passwd",
            "%00",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "${jndi:ldap://localhost:1/a}",
            "null",
            "NaN",
            "-1",
            "1e400",
            "9".repeat(40),
            "x".repeat(300),
            "2026-Q9",
            "0000",
            "+1",
            "\u202egnp.exe",
            "{\"a\":1}",
            "[]",
            "true",
            "2026-13-45",
            "9999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z");

    private final SplittableRandom random;
    private final Described api;
    private final Victim own;
    private final List<String> ids;

    Guess(long seed, Described api, Victim own, List<String> ids) {
        this.random = new SplittableRandom(seed);
        this.api = api;
        this.own = own;
        this.ids = ids;
    }

    private boolean now(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Shot request(Described.Op operation, boolean mutate) {
        var path = operation.path();
        var query = new StringBuilder();
        var shot = Shot.of(operation.method(), "/");
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asString();
            var value = named(name, parameter.path("schema"), mutate);
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", value.isEmpty() ? "-" : encoded(value));
                case "query" -> {
                    if (parameter.path("required").asBoolean() ? !mutate || now(90) : now(40))
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(name)
                                .append('=')
                                .append(encoded(value));
                }
                default -> {
                    if (now(70)) shot = header(shot, name, value);
                }
            }
        }
        shot = new Shot(operation.method(), path.replaceAll("[{}]", "") + query, shot.headers(), null);
        var body = operation.body();
        if (body == null) return shot;
        if (body.type().startsWith("application/json"))
            return shot.json(value("", body.schema(), 0, mutate).toString());
        return shot.bytes(
                body.type(), // a model, a table, or neither
                one(List.of("unit,period,question,value\n" + own.unit + ",2026-Q1,osi,0.5\n", "{}", "key: x\n", ""))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Shot header(Shot shot, String name, String value) {
        if (name.equalsIgnoreCase("If-Match")) return shot.with(name, "\"v" + random.nextInt(12) + "\"");
        return value.matches("[\\x21-\\x7e]{1,100}") ? shot.with(name, value) : shot;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String named(String name, JsonNode schema, boolean mutate) {
        if (mutate && now(25)) return one(HOSTILE);
        var value = value(name, schema, 0, false);
        return value.isArray() ? (value.isEmpty() ? "" : value.get(0).asString("")) : value.asString("");
    }

    /** By the name of the field, since most texts are words of a language the schema does not tell. */
    private String text(String name, JsonNode schema) {
        if (schema.path("format").asString("").equals("uuid")) return one(ids);
        if (schema.path("format").asString("").equals("date-time"))
            return "2026-0" + random.nextInt(1, 9) + "-15T10:00:00Z";
        if (schema.path("format").asString("").equals("date")) return "2026-0" + random.nextInt(1, 9) + "-15";
        return switch (name) {
            case "unit", "under", "units" -> now(80) ? own.unit : "second-of-" + own.mark;
            case "code", "slug", "parent" -> now(50) ? own.unit : "made-" + random.nextInt(1_000);
            case "model", "key" -> one(List.of("egdi", "rutten-dmm", "odm-2023", "none"));
            case "version", "modelVersion" -> one(List.of("2.0.0", "1.0.0", "9.0.0"));
            case "period", "from", "to", "due", "effective" ->
                one(List.of("2025-Q4", "2026-Q1", "2026-Q2", "2026", "2024"));
            case "question" -> one(List.of("osi", "hci", "tii", "none"));
            case "dimension" -> one(List.of("osi", "osi", "online-service", "none"));
            case "format" -> one(List.of("csv", "json", "xlsx", "pdf"));
            case "report" ->
                one(List.of(
                        "timeline", "stages", "movement", "portfolio", "answers", "decisions", "roll-up", "forecast"));
            case "projection", "name" -> one(List.of("units-v1", "known-v1", "Something", "x"));
            case "actor", "owner" -> one(List.of("me", "user:1", "key:1"));
            case "email" -> "somebody@example.org";
            case "url" -> "https://127.0.0.1:1/hook";
            case "language", "lang" -> one(List.of("en", "fr", "nl"));
            case "cursor" -> "AAAA";
            default -> one(List.of("a", "x1", "2026-Q1", "7", "some words"));
        };
    }

    private JsonNode value(String name, JsonNode described, int depth, boolean mutate) {
        if (mutate && now(6)) return wrong(depth);
        var schema = api.resolved(described);
        if (schema.has("enum"))
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        for (var several : List.of("oneOf", "anyOf", "allOf"))
            if (schema.has(several))
                return value(
                        name,
                        schema.path(several)
                                .get(random.nextInt(schema.path(several).size())),
                        depth,
                        mutate);
        var type = schema.path("type").isArray()
                ? schema.path("type").get(0).asString()
                : schema.path("type").asString("");
        return switch (type) {
            case "object" -> object(schema, depth, mutate);
            case "array" -> array(name, schema, depth, mutate);
            case "integer" -> JSON.numberNode(now(80) ? random.nextInt(0, 60) : random.nextInt());
            case "number" -> JSON.numberNode(now(80) ? random.nextDouble() : random.nextDouble(-1e6, 1e6));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.stringNode(mutate && now(10) ? one(HOSTILE) : text(name, schema));
            default -> one(List.of(JSON.booleanNode(true), JSON.numberNode(0.5), JSON.stringNode("x")));
        };
    }

    private ObjectNode object(JsonNode schema, int depth, boolean mutate) {
        var object = CairnJson.mapper().createObjectNode();
        if (depth > 5) return object;
        var required = schema.path("required").toString();
        for (var member : schema.path("properties").properties())
            if (required.contains("\"" + member.getKey() + "\"") ? !mutate || now(95) : now(60))
                object.set(member.getKey(), value(member.getKey(), member.getValue(), depth + 1, mutate));
        if (schema.path("additionalProperties").isObject())
            object.set("some", value("some", schema.path("additionalProperties"), depth + 1, mutate));
        if (mutate && now(5)) object.put(one(HOSTILE), 1);
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth, boolean mutate) {
        var array = CairnJson.mapper().createArrayNode();
        if (depth > 5) return array;
        for (var i = random.nextInt(4); i > 0; i--) array.add(value(name, schema.path("items"), depth + 1, mutate));
        return array;
    }

    private JsonNode wrong(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.stringNode(one(HOSTILE));
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> CairnJson.mapper().createArrayNode().add(depth);
            case 4 -> CairnJson.mapper().createObjectNode().put("x", depth);
            case 5 -> JSON.numberNode(-0.0);
            default -> JSON.booleanNode(false);
        };
    }
}

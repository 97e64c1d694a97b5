package io.cairn.maturity.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The JSON Schema (draft 2020-12) that is published for editors and other tools; the loader holds files to the same. */
final class PublishedSchema {
    static final String RESOURCE = "/io/cairn/maturity/model.schema.json";

    private static final Schema SCHEMA = load();

    private PublishedSchema() {}

    static void check(Place root, Faults faults) {
        for (var error : SCHEMA.validate(tree(root.node()))) report(error, root, faults);
    }

    private static void report(Error error, Place root, Faults faults) {
        var place = root;
        var path = error.getInstanceLocation();
        for (var i = 0; i < path.getNameCount(); i++) place = place.step(path.getName(i));
        var named = error.getProperty();
        if (named != null) place = place.get(named);
        // One cause, one fault: an empty text is too short and blank at once.
        if (!faults.areAt(place.pointer())) faults.add(place, detail(error));
    }

    private static String detail(Error error) {
        var wanted = error.getSchemaNode();
        return switch (String.valueOf(error.getKeyword())) {
            case "additionalProperties", "propertyNames" -> "is not a name that is known here";
            case "required" -> "is missing";
            case "type" -> "must be " + kinds(wanted);
            case "enum" -> "must be one of " + wanted;
            case "const" -> "must be " + wanted;
            case "minimum" -> "must be " + wanted + " at least";
            case "exclusiveMinimum" -> "must be above " + wanted;
            case "maximum" -> "must be " + wanted + " at most";
            case "minLength" -> "must not be empty";
            case "pattern" -> "does not have the form " + wanted.asString();
            default -> String.valueOf(error.getMessage());
        };
    }

    private static String kinds(JsonNode types) {
        if (!types.isArray()) return kind(types.asString());
        var kinds = new StringBuilder();
        for (var type : types) kinds.append(kinds.isEmpty() ? "" : " or ").append(kind(type.asString()));
        return kinds.toString();
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "a text (put it in quotes if it looks like a number, true, false or null)";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a group of named values";
            default -> type;
        };
    }

    static JsonNode tree(@Nullable Node node) {
        var make = JsonNodeFactory.instance;
        return switch (node) {
            case null -> make.nullNode();
            case Node.Mapping mapping -> {
                var object = make.objectNode();
                mapping.properties().forEach((name, property) -> object.set(name, tree(property.value())));
                yield object;
            }
            case Node.Sequence sequence -> {
                var array = make.arrayNode();
                sequence.items().forEach(item -> array.add(tree(item)));
                yield array;
            }
            case Node.Scalar scalar -> json(scalar.value());
        };
    }

    private static JsonNode json(@Nullable Object scalar) {
        var make = JsonNodeFactory.instance;
        if (scalar instanceof String words) return make.stringNode(words);
        if (scalar instanceof Boolean truth) return make.booleanNode(truth);
        return scalar instanceof BigDecimal number ? make.numberNode(number) : make.nullNode();
    }

    static String text() {
        try (var resource = PublishedSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(resource, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema load() {
        var config = SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (var resource = PublishedSchema.class.getResourceAsStream(RESOURCE)) {
            var schema = registry.getSchema(Objects.requireNonNull(resource, RESOURCE), InputFormat.JSON);
            schema.initializeValidators();
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

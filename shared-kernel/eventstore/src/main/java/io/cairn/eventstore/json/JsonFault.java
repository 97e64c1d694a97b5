package io.cairn.eventstore.json;

import io.cairn.language.InvalidValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a JSON document, in words for the client who sent it; never a class name.
 *
 * @param pointer a JSON pointer (RFC 6901) to the value, empty for the whole document
 */
public record JsonFault(String pointer, String detail) {
    public static JsonFault of(JacksonException e) {
        return new JsonFault(pointer(e.getPath()), detail(e));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream().map(JsonFault::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference step) {
        var name = step.getPropertyName();
        return "/" + (name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }

    private static String detail(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof InvalidValue said && said.getMessage() != null) return said.getMessage();
        return switch (e) {
            case StreamConstraintsException tooMuch ->
                "the document is nested too deeply, or a text or number in it is too long";
            case StreamReadException read -> notJson(read);
            case UnrecognizedPropertyException unknown -> "there is no such field";
            case InvalidNullException missing -> "must not be null";
            case MismatchedInputException wrong -> mismatch(wrong);
            default -> "cannot be read";
        };
    }

    private static String notJson(StreamReadException e) {
        if (e.getOriginalMessage().startsWith("Duplicate")) return "a field stands twice in the same object";
        var where = e.getLocation();
        return "not well-formed JSON"
                + (where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr());
    }

    private static String mismatch(MismatchedInputException e) {
        var said = e.getOriginalMessage();
        if (said.startsWith("must be ")) return said;
        if (said.startsWith("Missing required creator property")) return "is missing";
        if (said.startsWith("No content")) return "the document is empty";
        if (said.startsWith("Trailing token")) return "something follows the end of the document";
        var type = e.getTargetType();
        return type == null ? "has the wrong type" : "must be " + words(type);
    }

    private static String words(Class<?> type) {
        if (type.isEnum())
            return Stream.of(type.getEnumConstants())
                    .map(value ->
                            CairnJson.mapper().<JsonNode>valueToTree(value).asString())
                    .collect(Collectors.joining(", ", "one of ", ""));
        if (type == boolean.class || type == Boolean.class) return "true or false";
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class)
            return "a whole number";
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "a number";
        if (Collection.class.isAssignableFrom(type) || type.isArray()) return "a list";
        if (Map.class.isAssignableFrom(type)) return "an object";
        return type.isRecord() ? "an object" : "another type";
    }
}

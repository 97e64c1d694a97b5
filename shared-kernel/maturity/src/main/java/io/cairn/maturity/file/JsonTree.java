package io.cairn.maturity.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON strictly: a YAML parser would take a forgotten comma for a part of the value before it. */
final class JsonTree extends TreeBuilder {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(1_000)
                    .maxStringLength(ModelText.MOST_BYTES)
                    .maxNameLength(10_000)
                    .build())
            .build();

    private final JsonParser parser;

    JsonTree(String text, Faults faults) {
        super(faults);
        this.parser = FACTORY.createParser(text);
    }

    @Override
    Node read() throws Unreadable {
        try {
            parser.nextToken();
            var root = node("", 0);
            if (parser.nextToken() != null) throw new Unreadable("", line(), "goes on after its end");
            return root;
        } catch (StreamReadException e) {
            throw new Unreadable(
                    "", Math.max(1, e.getLocation().getLineNr()), "is not JSON: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            throw new Unreadable("", 1, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private Node node(String pointer, int depth) throws Unreadable {
        var line = line();
        enter(depth, pointer, line);
        var token = parser.currentToken();
        if (token == null) throw new Unreadable(pointer, line, "is not JSON: a value is missing");
        return switch (token) {
            case START_OBJECT -> object(line, pointer, depth);
            case START_ARRAY -> array(line, pointer, depth);
            case VALUE_STRING -> new Node.Scalar(line, words(parser.getString(), pointer, line));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Node.Scalar(line, number(parser.getString(), pointer, line));
            case VALUE_TRUE -> new Node.Scalar(line, true);
            case VALUE_FALSE -> new Node.Scalar(line, false);
            case VALUE_NULL -> new Node.Scalar(line, null);
            default -> throw new Unreadable(pointer, line, "is not JSON: a value is missing");
        };
    }

    private Node object(int line, String pointer, int depth) throws Unreadable {
        var properties = new LinkedHashMap<String, Node.Property>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var nameLine = line();
            var at = named(name, pointer, nameLine);
            parser.nextToken();
            put(properties, name, new Node.Property(nameLine, node(at, depth + 1)), at);
        }
        return new Node.Mapping(line, properties);
    }

    private Node array(int line, String pointer, int depth) throws Unreadable {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY)
            items.add(node(Pointer.item(pointer, items.size()), depth + 1));
        return new Node.Sequence(line, items);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}

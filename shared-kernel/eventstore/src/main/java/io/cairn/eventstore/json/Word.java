package io.cairn.eventstore.json;

import io.cairn.language.InvalidValue;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value of the language from a JSON text, and nothing but a text. */
final class Word<T> extends StdScalarDeserializer<T> {
    private final Function<String, T> parse;

    Word(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) return context.reportInputMismatch(this, "must be a text");
        try {
            return parse.apply(parser.getString());
        } catch (InvalidValue e) {
            throw context.instantiationException(handledType(), e);
        }
    }
}

package io.cairn.eventstore.json;

import io.cairn.language.InvalidValue;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a type through a record that has its JSON shape. */
final class FormReader<F, T> extends StdDeserializer<T> {
    private final Class<F> form;
    private final Function<F, T> meaning;

    FormReader(Class<T> type, Class<F> form, Function<F, T> meaning) {
        super(type);
        this.form = form;
        this.meaning = meaning;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        var read = context.readValue(parser, form);
        try {
            return meaning.apply(read);
        } catch (InvalidValue e) {
            throw context.instantiationException(handledType(), e);
        }
    }
}

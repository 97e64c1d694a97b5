package io.cairn.eventstore.json;

import io.cairn.language.InvalidValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a type through a record that has its JSON shape. */
final class FormReader<F, T> extends StdDeserializer<T> {
    private final Class<F> form;
    private final Function<F, T> meaning;
    private final @Nullable ValueDeserializer<?> reader;

    FormReader(Class<T> type, Class<F> form, Function<F, T> meaning) {
        this(type, form, meaning, null);
    }

    private FormReader(Class<?> type, Class<F> form, Function<F, T> meaning, @Nullable ValueDeserializer<?> reader) {
        super(type);
        this.form = form;
        this.meaning = meaning;
        this.reader = reader;
    }

    /** Looks for the form's reader once and not for every value. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        var found = context.findRootValueDeserializer(context.constructType(form));
        return new FormReader<>(handledType(), form, meaning, found);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        var read = reader == null ? context.readValue(parser, form) : form.cast(reader.deserialize(parser, context));
        try {
            return meaning.apply(read);
        } catch (InvalidValue e) {
            throw context.instantiationException(handledType(), e);
        }
    }
}

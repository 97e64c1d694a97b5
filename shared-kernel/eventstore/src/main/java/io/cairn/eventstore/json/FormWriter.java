package io.cairn.eventstore.json;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a type through a record that has its JSON shape. */
final class FormWriter<F, T> extends StdSerializer<T> {
    private final Function<T, F> form;

    FormWriter(Class<T> type, Function<T, F> form) {
        super(type);
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
        context.writeValue(json, form.apply(value));
    }
}

package io.cairn.eventstore.json;

import io.cairn.language.FreeText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Free text as its words, for the API. */
final class PlainTextModule {
    private PlainTextModule() {}

    static SimpleModule create() {
        return new SimpleModule("plain-text")
                .addDeserializer(FreeText.class, new Word<>(FreeText.class, FreeText::of))
                .addSerializer(FreeText.class, new Writer());
    }

    private static final class Writer extends StdScalarSerializer<FreeText> {
        Writer() {
            super(FreeText.class);
        }

        @Override
        public void serialize(FreeText text, JsonGenerator json, SerializationContext context) {
            json.writeString(
                    switch (text) {
                        case FreeText.Written written -> written.words();
                        case FreeText.Erased erased -> "(erased)";
                    });
        }
    }
}

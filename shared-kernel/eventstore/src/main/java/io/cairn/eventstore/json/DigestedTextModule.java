package io.cairn.eventstore.json;

import io.cairn.language.FreeText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Free text as {@code {"sha256": …}}; its words travel beside the payload, in the {@link Texts} of the call. */
final class DigestedTextModule {
    private DigestedTextModule() {}

    static SimpleModule create() {
        return new SimpleModule("digested-text")
                .addDeserializer(FreeText.class, new Reader())
                .addSerializer(FreeText.class, new Writer());
    }

    record Digested(String sha256) {}

    private static final class Reader extends StdDeserializer<FreeText> {
        Reader() {
            super(FreeText.class);
        }

        @Override
        public FreeText deserialize(JsonParser parser, DeserializationContext context) {
            var digest = context.readValue(parser, Digested.class).sha256();
            return ((Texts) context.getAttribute(Texts.class)).find(digest);
        }
    }

    private static final class Writer extends StdSerializer<FreeText> {
        Writer() {
            super(FreeText.class);
        }

        @Override
        public void serialize(FreeText text, JsonGenerator json, SerializationContext context) {
            var digest = ((Texts) context.getAttribute(Texts.class)).keep(text);
            context.writeValue(json, new Digested(digest));
        }
    }
}

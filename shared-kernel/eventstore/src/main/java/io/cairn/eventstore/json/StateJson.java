package io.cairn.eventstore.json;

import io.cairn.language.ModelVersion;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What an aggregate remembers, as a snapshot keeps it: records, maps and sealed types of the language, in the notation
 * of events. As there, words are not in it but beside it. It is read strictly, for what does not fit is no loss.
 *
 * @param <S> the state
 */
public final class StateJson<S> {
    private static final JsonMapper MAPPER = mapper();
    private static final TypeReference<Map<String, Texts.Salted>> TEXTS = new TypeReference<>() {};

    private final JavaType type;

    /** @param type of the state, {@code S} */
    public StateJson(Type type) {
        this.type = MAPPER.constructType(type);
    }

    /**
     * A state as it is stored.
     *
     * @param state JSON without any free text, only its digests
     * @param texts a JSON object from digest to salt and words; null when the state has no free text
     */
    public record Form(String state, @Nullable String texts) {}

    public Form write(S state) {
        var texts = Texts.toWrite(EventJson::salt);
        var written = MAPPER.writerFor(type).withAttribute(Texts.class, texts).writeValueAsString(state);
        return new Form(written, texts.byDigest().isEmpty() ? null : MAPPER.writeValueAsString(texts.byDigest()));
    }

    /** Throws a {@link RuntimeException} when it is not, or not wholly, such a state. */
    public S read(Form form) {
        var texts = Texts.toRead(form.texts() == null ? Map.of() : MAPPER.readValue(form.texts(), TEXTS));
        S state = MAPPER.readerFor(type).withAttribute(Texts.class, texts).readValue(form.state());
        if (state == null) throw new IllegalArgumentException("a state is never null");
        return state;
    }

    private static JsonMapper mapper() {
        var events = CairnJson.eventMapper();
        var keys = new SimpleModule("keys");
        key(keys, QuestionKey.class, QuestionKey::new);
        key(keys, ModelVersion.class, ModelVersion::parse);
        key(keys, Period.class, Period::parse);
        return events.rebuild()
                .annotationIntrospector(AnnotationIntrospectorPair.create(
                        new SealedTypes(), events.deserializationConfig().getAnnotationIntrospector()))
                .addModule(keys)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static <T> void key(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addKeySerializer(type, new KeyWriter<>(type));
        module.addKeyDeserializer(type, new KeyReader(parse));
    }

    private static final class KeyWriter<T> extends StdSerializer<T> {
        KeyWriter(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T key, JsonGenerator json, SerializationContext context) {
            json.writeName(key.toString());
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final Function<String, ?> parse;

        KeyReader(Function<String, ?> parse) {
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return parse.apply(key);
        }
    }
}

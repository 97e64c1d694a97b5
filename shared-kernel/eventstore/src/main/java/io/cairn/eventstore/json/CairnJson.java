package io.cairn.eventstore.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.language.FreeText;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one way the language is written as JSON. Single-value records are plain texts, enums are lower case with
 * dashes, an {@code AnswerValue} is a bare boolean, text or number, a {@code Response} is {@code {"value": …}} or
 * {@code {"notApplicable": {"reason": …}}} and stands inside its {@code Answer}.
 */
public final class CairnJson {
    private static final JsonMapper MAPPER = strict(
                    StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(100_000)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build(),
                    true)
            .addModules(LanguageModule.create(), StrictScalars.create(), PlainTextModule.create())
            .build();

    private CairnJson() {}

    /**
     * The API's mapper. It refuses unknown and repeated fields, trailing tokens, a number for a text and the like,
     * missing or null record components that are not {@code @Nullable} (an absent list is an empty one), nesting
     * beyond 100, texts beyond 100,000 and numbers beyond 100 characters or 40 digits, NUL and lone surrogates. Every
     * refusal is a {@code JacksonException}; {@link JsonFault} says it to a client. A {@link FreeText} is a plain text.
     */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * The store's mapper: a {@link FreeText} is a digest. Fields without a value are left out; fields it does not know
     * are passed over, since a newer node may have written them.
     */
    static JsonMapper eventMapper() {
        return strict(
                        StreamReadConstraints.builder()
                                .maxStringLength(100_000_000)
                                .build(),
                        false)
                // what comes later goes first
                .addModules(
                        RecordReader.module(),
                        LanguageModule.create(),
                        StrictScalars.create(),
                        // PostgreSQL keeps no text that is not well formed
                        new SimpleModule("texts")
                                .addDeserializer(String.class, new Word<>(String.class, Function.identity())),
                        DigestedTextModule.create())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withConfigOverride(
                        List.class,
                        o -> o.setInclude(JsonInclude.Value.construct(
                                JsonInclude.Include.NON_EMPTY, JsonInclude.Include.USE_DEFAULTS)))
                .build();
    }

    /** @param fromOutside whether fields may be repeated, which PostgreSQL's jsonb never hands back */
    private static JsonMapper.Builder strict(StreamReadConstraints limits, boolean fromOutside) {
        var factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, fromOutside)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return JsonMapper.builder(factory)
                .annotationIntrospector(new LanguageIntrospector())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }
}

package io.cairn.eventstore.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Writes which of a sealed type's records one is, as in {@code "is": "registered"}. The language's own have their forms. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final JsonTypeInfo.Value NAMED =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return isOurs(annotated.getRawType()) ? NAMED : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        if (!isOurs(annotated.getRawType())) return null;
        return Arrays.stream(annotated.getRawType().getPermittedSubclasses())
                .map(type -> new NamedType(type, type.getSimpleName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isOurs(Class<?> type) {
        return type.isSealed()
                && type.getName().startsWith("io.cairn.")
                && !type.getPackageName().equals("io.cairn.language");
    }
}

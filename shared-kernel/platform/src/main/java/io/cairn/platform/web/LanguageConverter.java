package io.cairn.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads path variables and parameters that are words of the language or enums, exactly as the body's JSON is read. */
final class LanguageConverter implements ConditionalGenericConverter {
    private final JsonMapper json;

    LanguageConverter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        var type = target.getType();
        return type.getPackageName().startsWith("io.cairn") && (type.isEnum() || type.isRecord());
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        // Spring's own converter of enums, which knows their Java names only, is asked first unless ours names them too
        return Set.of(new ConvertiblePair(String.class, Object.class), new ConvertiblePair(String.class, Enum.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        return source == null ? null : json.convertValue(source, to.getType());
    }
}

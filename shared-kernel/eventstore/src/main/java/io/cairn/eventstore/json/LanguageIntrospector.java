package io.cairn.eventstore.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Takes from the code what would otherwise be annotated: the names of enum values, and that a component of a
 * null-marked record is needed unless it is {@code @Nullable}.
 */
final class LanguageIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
        super.findEnumValues(config, type, values, names);
        if (type.getName().startsWith("io.cairn."))
            for (var i = 0; i < values.length; i++)
                if (names[i] == null)
                    names[i] = values[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
        return names;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        var explicit = super.hasRequiredMarker(config, member);
        if (explicit != null) return explicit;
        return (isNeeded(member) && !isContainer(member)) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        var explicit = super.findSetterInfo(config, annotated);
        if (!explicit.equals(JsonSetter.Value.empty()) || !isNeeded(annotated)) return explicit;
        return JsonSetter.Value.forValueNulls(isContainer(annotated) ? Nulls.AS_EMPTY : Nulls.FAIL);
    }

    private static boolean isContainer(Annotated annotated) {
        return Collection.class.isAssignableFrom(annotated.getRawType())
                || Map.class.isAssignableFrom(annotated.getRawType());
    }

    private static boolean isNeeded(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) return false;
        var type = parameter.getDeclaringClass();
        return type.isRecord()
                && type.getPackage().isAnnotationPresent(NullMarked.class)
                && parameter.getOwner().getMember() instanceof Executable constructor
                && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}

package io.cairn.eventstore.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a record straight into its constructor. Whoever replays a stream or fills a view waits for little but the
 * reading of events, and Jackson's general way takes several times as long. What it asks for is the same: a component
 * is needed unless it is {@code @Nullable}, or a list or map, which is empty when left out.
 */
final class RecordReader<R> extends StdDeserializer<R> {
    private record Component(String name, JavaType type, boolean container, boolean needed) {}

    private final Component[] components;
    private final ValueDeserializer<?>[] readers;
    private final Map<String, Integer> places = new HashMap<>();
    private final MethodHandle constructor;

    private RecordReader(JavaType type, DeserializationConfig config) {
        super(type);
        var parts = type.getRawClass().getRecordComponents();
        components = Arrays.stream(parts).map(it -> component(it, config)).toArray(Component[]::new);
        readers = new ValueDeserializer<?>[components.length];
        for (var i = 0; i < components.length; i++) places.put(components[i].name(), i);
        constructor = constructor(type.getRawClass(), parts);
    }

    /** For all records of ours but those that a later module gives a form of their own. */
    static SimpleModule module() {
        return new SimpleModule("records").setDeserializers(new Records());
    }

    private static final class Records extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            var ours = type.isRecordType() && type.getRawClass().getName().startsWith("io.cairn.");
            return ours ? new RecordReader<>(type, config) : null;
        }
    }

    private static Component component(RecordComponent component, DeserializationConfig config) {
        var type = config.getTypeFactory().constructType(component.getGenericType());
        var marked = component.getDeclaringRecord().getPackage().isAnnotationPresent(NullMarked.class);
        var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Component(component.getName(), type, type.isContainerType() && !nullable, marked && !nullable);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        try {
            var canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    /** Kept, and so made only once for each type. */
    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public void resolve(DeserializationContext context) {
        for (var i = 0; i < components.length; i++)
            readers[i] = context.findRootValueDeserializer(components[i].type());
    }

    @Override
    @SuppressWarnings("unchecked") // the constructor is that of the type
    public R deserialize(JsonParser parser, DeserializationContext context) {
        var values = new @Nullable Object[components.length];
        // behind the name of a sealed type's record the object has begun already
        var name = parser.hasToken(JsonToken.START_OBJECT) ? parser.nextName() : nameHere(parser, context);
        for (; name != null; name = parser.nextName()) {
            var place = places.get(name);
            var token = parser.nextToken();
            if (place == null) context.handleUnknownProperty(parser, this, handledType(), name);
            else if (token != JsonToken.VALUE_NULL) values[place] = readers[place].deserialize(parser, context);
        }
        for (var i = 0; i < values.length; i++) if (values[i] == null) values[i] = absent(i, context);
        try {
            return (R) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw context.instantiationException(handledType(), e);
        }
    }

    private @Nullable String nameHere(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.PROPERTY_NAME)) return parser.currentName();
        if (parser.hasToken(JsonToken.END_OBJECT)) return null;
        return context.reportInputMismatch(this, "must be an object");
    }

    private @Nullable Object absent(int place, DeserializationContext context) {
        var component = components[place];
        if (component.container()) return readers[place].getEmptyValue(context);
        return component.needed() ? context.reportInputMismatch(this, "%s is missing", component.name()) : null;
    }
}

package io.cairn.standalone.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.platform.web.SchemaNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The OpenAPI document names a schema by the name of its class, whatever its package: of two records of one name that are
 * sent or read, one would be described as the other.
 */
class SchemaNamesTest {
    private final Set<Class<?>> records = new HashSet<>();

    @Test
    void no_two_shapes_have_one_name() {
        Target.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    walk(handler.getMethod().getGenericReturnType());
                    for (var parameter : handler.getMethod().getGenericParameterTypes()) walk(parameter);
                });
        var named = new TreeMap<String, Set<String>>();
        for (var record : records)
            named.computeIfAbsent(SchemaNames.of(record), it -> new TreeSet<>()).add(record.getName());
        assertThat(named).hasSizeGreaterThan(150);
        named.values().removeIf(classes -> classes.size() == 1);
        assertThat(named).isEmpty();
    }

    private void walk(Type type) {
        if (type instanceof ParameterizedType generic) {
            walk(generic.getRawType());
            for (var argument : generic.getActualTypeArguments()) walk(argument);
        } else if (type instanceof WildcardType wild) walk(wild.getUpperBounds()[0]);
        else if (type instanceof Class<?> plain) walkClass(plain);
    }

    private void walkClass(Class<?> plain) {
        if (plain.isArray()) walkClass(plain.componentType());
        else if (plain.isSealed()) for (var permitted : plain.getPermittedSubclasses()) walkClass(permitted);
        else if (plain.isRecord() && plain.getName().startsWith("io.cairn.") && records.add(plain))
            for (var component : plain.getRecordComponents()) walk(component.getGenericType());
    }
}

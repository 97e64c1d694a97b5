package io.cairn.platform.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Gives command handlers the beans they ask for by type; which one is settled at start, its making when first needed. */
public final class BeanParameters implements ParameterResolverFactory {
    private final ListableBeanFactory beans;

    public BeanParameters(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        var type = parameters[index].getType();
        if (Command.class.isAssignableFrom(type) || beans.getBeanNamesForType(type, false, false).length == 0)
            return null;
        return new Bean<>(beans.getBeanProvider(type));
    }

    private record Bean<T>(ObjectProvider<T> provider) implements ParameterResolver<T> {
        @Override
        public T resolveParameterValue(Message<?> message) {
            return provider.getObject();
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}

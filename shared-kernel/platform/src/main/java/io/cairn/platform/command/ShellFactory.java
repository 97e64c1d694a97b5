package io.cairn.platform.command;

import java.lang.reflect.Constructor;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;

/** Makes an empty aggregate that knows its id before the first event is applied; events do not repeat it. */
final class ShellFactory<A extends AggregateShell> implements AggregateFactory<A> {
    private final Class<A> type;
    private final Constructor<A> constructor;

    ShellFactory(Class<A> type) {
        this.type = type;
        try {
            constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor without arguments", e);
        }
    }

    @Override
    public A createAggregateRoot(String id, DomainEventMessage<?> first) {
        return create(id);
    }

    A create(String id) {
        try {
            var shell = constructor.newInstance();
            shell.identify(id);
            return shell;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make an empty " + type.getSimpleName(), e);
        }
    }

    @Override
    public Class<A> getAggregateType() {
        return type;
    }
}

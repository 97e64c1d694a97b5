package io.cairn.platform.command;

import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.event.Event;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * Calls a shell's event sourcing handlers with what happened in the past. Through Axon's messages it costs a hundred
 * times as much, nearly as much as getting the events from the database.
 */
final class Evolution<A extends AggregateShell> {
    private static final MethodType CALL = MethodType.methodType(void.class, AggregateShell.class, Event.class);

    private record Handler(Class<?> event, MethodHandle method) {}

    private final Class<A> shell;
    private final List<Handler> handlers = new ArrayList<>();
    private final Map<Class<?>, MethodHandle> byEvent = new ConcurrentHashMap<>();

    Evolution(Class<A> shell) {
        this.shell = shell;
        for (Class<?> type = shell; type != AggregateShell.class; type = type.getSuperclass())
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                    .map(Evolution::handler)
                    .forEach(handlers::add);
    }

    void happened(A past, Event event) {
        try {
            byEvent.computeIfAbsent(event.getClass(), this::method).invokeExact((AggregateShell) past, event);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an event cannot be refused", e);
        }
    }

    /** A handler takes every event of its kind of stream, so one it does not take is of another kind: an id mistaken. */
    private MethodHandle method(Class<?> event) {
        return handlers.stream()
                .filter(handler -> handler.event().isAssignableFrom(event))
                .findFirst()
                .orElseThrow(() -> new Rejected(new Rejection.NotFound(shell.getSimpleName())))
                .method();
    }

    private static Handler handler(Method method) {
        if (method.getParameterCount() != 1 || !Event.class.isAssignableFrom(method.getParameterTypes()[0]))
            throw new IllegalArgumentException(method + " must take an event and nothing else");
        method.setAccessible(true);
        try {
            return new Handler(
                    method.getParameterTypes()[0],
                    MethodHandles.lookup().unreflect(method).asType(CALL));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

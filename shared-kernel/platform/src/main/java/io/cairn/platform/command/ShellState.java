package io.cairn.platform.command;

import io.cairn.eventstore.json.StateJson;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a shell remembers, taken out of it and put back. */
final class ShellState<A extends AggregateShell> {
    private final Field field;
    private final StateJson<Object> json;
    private final String revision;

    private ShellState(Field field) {
        this.field = field;
        field.setAccessible(true);
        json = new StateJson<>(field.getGenericType());
        revision = String.valueOf(field.getAnnotation(Snapshotted.class).revision());
    }

    /** Null for a shell that has no snapshots. */
    static <A extends AggregateShell> @Nullable ShellState<A> of(Class<A> shell) {
        var marked = Arrays.stream(shell.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Snapshotted.class))
                .toList();
        if (marked.size() > 1) throw new IllegalArgumentException(shell + " has several states");
        return marked.isEmpty() ? null : new ShellState<>(marked.getFirst());
    }

    String revision() {
        return revision;
    }

    /** The state as it is now; it does not change afterwards, so it can be written at leisure. */
    Object take(A shell) {
        try {
            return field.get(shell);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    StateJson.Form write(Object state) {
        return json.write(state);
    }

    /** Throws a {@link RuntimeException} when the form cannot be read. */
    void restore(A shell, StateJson.Form form) {
        try {
            field.set(shell, json.read(form));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

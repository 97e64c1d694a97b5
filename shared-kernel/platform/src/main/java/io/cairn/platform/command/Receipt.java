package io.cairn.platform.command;

import io.cairn.language.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param version of the stream now, -1 when it has no event
 * @param position of the last event appended, or of the store's head when the command changed nothing
 * @param events appended by it, in order
 * @param state what the aggregate remembers now, so that nobody need read the stream to tell what came of it; null when
 *     it keeps its state to itself
 */
public record Receipt(
        long version,
        long position,
        List<Event> events,
        @Nullable Object state) {
    public Receipt(long version, long position, List<Event> events) {
        this(version, position, events, null);
    }

    /** @throws ClassCastException when it is of another type, or kept back */
    public <S> S state(Class<S> type) {
        if (!type.isInstance(state)) throw new ClassCastException("the state is no " + type.getSimpleName());
        return type.cast(state);
    }
}

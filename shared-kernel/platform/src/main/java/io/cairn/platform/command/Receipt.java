package io.cairn.platform.command;

import io.cairn.language.event.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param version of the stream now, -1 when it has no event
 * @param position of the last event appended, or of the store's head when the command changed nothing
 * @param events appended by it, in order
 * @param remembered what the aggregate remembers after the command, so that nobody need read its stream to tell what
 *     came of it; null when it keeps that to itself, or the command was done by an earlier try
 */
public record Receipt(
        long version,
        long position,
        List<Event> events,
        @Nullable Object remembered) {
    public Receipt(long version, long position, List<Event> events) {
        this(version, position, events, null);
    }

    /** What the aggregate remembers, if it is told and of this type. */
    public <S> Optional<S> remembered(Class<S> type) {
        return type.isInstance(remembered) ? Optional.of(type.cast(remembered)) : Optional.empty();
    }
}

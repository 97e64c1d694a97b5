package io.cairn.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all tenants' events in the order of their positions, through the role {@code projector}. */
public interface EventSource {
    /** At most {@code limit} events behind {@code position}; empty when there are none yet. */
    List<StoredEvent> after(long position, int limit);

    /**
     * The events of some slots behind {@code position}, up to and including {@code last}, which must not lie behind
     * the head. Positions have no gaps, so that a reader that got these has seen everything until {@code last}.
     *
     * @throws UnreadableEvent when one of them cannot be read
     */
    default List<StoredEvent> between(long position, long last, Slots slots) {
        var events = new ArrayList<StoredEvent>();
        for (var event : after(position, Math.toIntExact(last - position)))
            if (event.position() <= last && slots.contains(event.stream())) events.add(event);
        return events;
    }

    /** Of the event at a position, even if it cannot be read; empty when there is none. */
    default Optional<EventLabel> label(long position) {
        return after(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .map(event -> new EventLabel(
                        position,
                        event.tenant().value(),
                        StreamTypes.name(event.stream().type()),
                        event.stream().value(),
                        event.event().getClass().getSimpleName()))
                .findFirst();
    }

    /** The position of the last event, 0 when there is none. */
    long head();
}

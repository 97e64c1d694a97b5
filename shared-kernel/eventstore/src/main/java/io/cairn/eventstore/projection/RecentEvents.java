package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventLabel;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.Slots;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.UnreadableEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps the last events, so that those the loops of this process have all still to see are read and decoded once. While
 * one thread reads, the others wait for what it gets. A loop that is far behind reads what it needs by itself.
 */
final class RecentEvents implements EventSource {
    private static final int KEPT = 4_000;
    private static final int NEAR = 2_000;

    private final EventSource source;
    private final LongSupplier head;
    private final ReentrantLock lock = new ReentrantLock();
    /** Without gaps. */
    private final ArrayDeque<StoredEvent> kept = new ArrayDeque<>();

    /** @param head the position of an event known to be committed, if possible of the last one */
    RecentEvents(EventSource source, LongSupplier head) {
        this.source = source;
        this.head = head;
    }

    @Override
    public List<StoredEvent> between(long position, long last, Slots slots) {
        if (head.getAsLong() - position > NEAR) return source.between(position, last, slots);
        lock.lock();
        try {
            if (kept.isEmpty() || kept.getLast().position() < position) kept.clear();
            else if (kept.getFirst().position() > position + 1) return source.between(position, last, slots);
            fetch(kept.isEmpty() ? position : kept.getLast().position(), last);
            return pick(position, last, slots);
        } catch (UnreadableEvent e) {
            // it may be one of other slots
            return source.between(position, last, slots);
        } finally {
            lock.unlock();
        }
    }

    private void fetch(long from, long last) {
        if (from >= last) return;
        // what came in meanwhile is read along, it will be asked for next
        kept.addAll(source.between(
                from, Math.max(last, Math.min(head.getAsLong(), from + NEAR)), Slots.all(Slots.By.TENANT)));
        while (kept.size() > KEPT) kept.removeFirst();
    }

    private List<StoredEvent> pick(long position, long last, Slots slots) {
        var found = new ArrayList<StoredEvent>();
        for (var events = kept.descendingIterator(); events.hasNext(); ) {
            var event = events.next();
            if (event.position() <= position) break;
            if (event.position() <= last && slots.contains(event.stream())) found.add(event);
        }
        return found.reversed();
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return source.after(position, limit);
    }

    @Override
    public Optional<EventLabel> label(long position) {
        return source.label(position);
    }

    @Override
    public long head() {
        return source.head();
    }
}

package io.cairn.eventstore.torture;

import io.cairn.eventstore.AppendKey;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.NewEvent;
import io.cairn.eventstore.VersionConflict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store with a fault, to see whether the checker finds it: one in a hundred appends goes wrong. */
final class Saboteur implements EventAppender {
    private final EventAppender store;
    private final String fault;
    private final AtomicInteger appends = new AtomicInteger();

    Saboteur(EventAppender store, String fault) {
        this.store = store;
        this.fault = fault;
    }

    @Override
    public long append(List<NewEvent> events, @Nullable AppendKey key) {
        if (appends.incrementAndGet() % 100 != 0) return store.append(events, key);
        return switch (fault) {
            // says it is stored before it is
            case "hasty" -> store.head() + events.size();
            // a command in two halves
            case "halving" -> {
                var position = store.append(events.subList(0, 1), key);
                yield events.size() == 1 ? position : 0;
            }
            // says no, and yet it is there
            case "denying" -> {
                store.append(events, key);
                throw new VersionConflict(
                        events.getFirst().stream(), events.getFirst().version());
            }
            default -> throw new IllegalArgumentException(fault);
        };
    }

    @Override
    public BulkAppend bulk() {
        return store.bulk();
    }

    @Override
    public long head() {
        return store.head();
    }

    @Override
    public void close() {
        store.close();
    }
}

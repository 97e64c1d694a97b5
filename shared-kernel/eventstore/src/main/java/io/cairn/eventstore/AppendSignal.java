package io.cairn.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Tells readers in the same process that events were committed, so that they need not poll to find out. */
public final class AppendSignal {
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    /** {@code listener} gets the position of the last event of each append, on the appending thread; it must be quick. */
    public void subscribe(LongConsumer listener) {
        listeners.add(listener);
    }

    void appended(long position) {
        listeners.forEach(listener -> listener.accept(position));
    }
}

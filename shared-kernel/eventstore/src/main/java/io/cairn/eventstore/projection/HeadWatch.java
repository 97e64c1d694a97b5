package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the head, less often while nothing happens, for what neither signal nor notification told. */
final class HeadWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final long SHORTEST_MS = 5;
    private static final long LONGEST_MS = 1_000;

    static final long UNKNOWN = -1;

    private final EventSource source;
    private final Pulse pulse;
    private boolean failing;
    private volatile long first = UNKNOWN;

    HeadWatch(EventSource source, Pulse pulse) {
        this.source = source;
        this.pulse = pulse;
    }

    /** The head as it was at the start, or {@link #UNKNOWN}. */
    long first() {
        return first;
    }

    @Override
    public void run() {
        var delay = SHORTEST_MS;
        while (!pulse.closed()) {
            var hurries = pulse.hurries();
            var told = pulse.head();
            var head = look(told);
            // what it did not find first, others tell of sooner
            delay = head > told ? SHORTEST_MS : Math.min(LONGEST_MS, delay * 2);
            pulse.headIs(head);
            if (pulse.awaitHurry(hurries, delay)) delay = SHORTEST_MS;
        }
    }

    private long look(long last) {
        try {
            var head = source.head();
            failing = false;
            if (first == UNKNOWN) {
                first = head;
                pulse.viewMoved();
            }
            return head;
        } catch (RuntimeException e) {
            if (!failing) LOG.error("the store's head cannot be read: {}", e.getMessage(), e);
            failing = true;
            return last;
        }
    }
}

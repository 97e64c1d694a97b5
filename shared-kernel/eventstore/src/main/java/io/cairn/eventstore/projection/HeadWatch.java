package io.cairn.eventstore.projection;

import io.cairn.eventstore.EventSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees what other processes append: looks at the head, less often while nothing happens. */
final class HeadWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final long SHORTEST_MS = 5;
    private static final long LONGEST_MS = 250;

    private final EventSource source;
    private final Pulse pulse;
    private boolean failing;

    HeadWatch(EventSource source, Pulse pulse) {
        this.source = source;
        this.pulse = pulse;
    }

    @Override
    public void run() {
        var last = -1L;
        var delay = SHORTEST_MS;
        while (!pulse.closed()) {
            var head = look(last);
            delay = head > last ? SHORTEST_MS : Math.min(LONGEST_MS, delay * 2);
            last = head;
            pulse.headIs(head);
            if (pulse.awaitHurry(delay)) delay = SHORTEST_MS;
        }
    }

    private long look(long last) {
        try {
            var head = source.head();
            failing = false;
            return head;
        } catch (RuntimeException e) {
            if (!failing) LOG.error("the store's head cannot be read", e);
            failing = true;
            return last;
        }
    }
}

package io.cairn.eventstore.projection;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one view or policy. A batch that fails is tried again event by event, so that the culprit is known;
 * there the loop stays, trying ever less often, until the culprit can be taken.
 */
final class Loop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final int BATCH = 1_000;
    private static final long FIRST_BACK_OFF_MS = 50;
    private static final long LONGEST_BACK_OFF_MS = 5_000;
    /** Another node may have rebuilt the view: look at its token now and then. */
    private static final long LOOK_AGAIN_MS = 5_000;

    private final Work work;
    private final Pulse pulse;
    private final Counter events;
    private int limit = BATCH;
    private long backOff = FIRST_BACK_OFF_MS;
    private volatile boolean known;
    private volatile long position;
    private volatile @Nullable String failure;

    Loop(Work work, Pulse pulse, Counter events) {
        this.work = work;
        this.pulse = pulse;
        this.events = events;
    }

    String name() {
        return work.name();
    }

    /** Durable; 0 until it was looked up. */
    long position() {
        return position;
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** The token was changed behind the loop's back. */
    void forget() {
        position = 0;
        known = false;
        pulse.moved();
    }

    @Override
    public void run() {
        while (!pulse.closed()) {
            try {
                turn();
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    private void turn() {
        if (!known) {
            known = true;
            position = work.position();
            pulse.moved();
        }
        var before = position;
        var after = work.advance(before, limit);
        failure = null;
        backOff = FIRST_BACK_OFF_MS;
        if (after == before) {
            if (!pulse.awaitHead(before, () -> !known, LOOK_AGAIN_MS)) known = false;
            return;
        }
        limit = Math.min(BATCH, limit * 10);
        if (after > before) events.increment((double) (after - before));
        if (known) position = after;
        pulse.moved();
    }

    private void failed(Throwable e) {
        known = false;
        if (limit > 1) {
            limit = 1;
            return;
        }
        if (failure == null) LOG.error("{} stands still: {}", name(), e.getMessage(), e);
        failure = e instanceof EventFailed ? e.getMessage() : e.toString();
        pulse.pause(backOff);
        backOff = Math.min(LONGEST_BACK_OFF_MS, backOff * 2);
    }
}

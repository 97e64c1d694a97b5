package io.cairn.eventstore.projection;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one segment, from when this node got it until it is lost or given up. What fails for a passing reason
 * is tried again, ever less often.
 */
final class Loop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    /** How long others may not know how far it is while nobody waits for it. */
    private static final long UNSAVED_MS = 50;

    /** How long events may gather while nobody wants to see a view: ten at once cost little more than one. */
    private static final long GATHERING_MS = 10;

    /** Who is further behind does not wait. */
    private static final long NEAR = 200;

    private static final long FIRST_ANALYZE = 1_000;
    private static final long LONG_MS = 60_000;
    private static final long FIRST_BACK_OFF_MS = 50;
    private static final long LONGEST_BACK_OFF_MS = 5_000;

    private final Segment segment;
    private final Work work;
    private final Stride stride;
    private final Admission admission;
    private final Pulse pulse;
    private final Counter events;
    private final Runnable ended;
    private long savedAt = System.nanoTime();
    private long backOff = FIRST_BACK_OFF_MS;
    private volatile long ceiling = Long.MAX_VALUE;
    private volatile boolean stopping;
    private volatile boolean lost;
    private volatile @Nullable String failure;

    /** @param ended is told at the end */
    Loop(Segment segment, Work work, Admission admission, Pulse pulse, Counter events, Runnable ended) {
        this.segment = segment;
        this.work = work;
        this.stride = new Stride(segment, work);
        this.admission = admission;
        this.pulse = pulse;
        this.events = events;
        this.ended = ended;
    }

    Segment segment() {
        return segment;
    }

    /** Everything until here is in the view or parked, or says nothing to it. */
    long position() {
        return stride.position();
    }

    /** The same, and everybody can see it. */
    long saved() {
        return stride.saved();
    }

    /** Why it stands still, null when it does not. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Ends after the batch under way, and gives the segment up. */
    void stop() {
        stopping = true;
        pulse.nudge();
    }

    /** Ends and leaves the segment alone: it has another epoch now. */
    void abandon() {
        lost = true;
        pulse.nudge();
    }

    boolean ending() {
        return stopping || lost || pulse.closed();
    }

    /** Goes on until there and waits. */
    void waitAt(long ceiling) {
        if (this.ceiling == ceiling) return;
        this.ceiling = ceiling;
        pulse.nudge();
    }

    @Override
    public void run() {
        while (!ending()) {
            try {
                turn();
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
        if (!lost) giveUp();
        ended.run();
    }

    private void turn() {
        admission.check();
        if (somethingToTake(UNSAVED_MS)) {
            take();
            if (end() - position() < NEAR) pulse.awaitViewsWanted(this::ending, GATHERING_MS);
        } else {
            save();
            if (!lost) somethingToTake(LONG_MS);
        }
    }

    private boolean somethingToTake(long millis) {
        pulse.awaitHead(() -> ending() || end() > position() || somebodyWaits(), millis);
        return !ending() && end() > position();
    }

    private boolean somebodyWaits() {
        return stride.unsaved() && pulse.viewsAwaited();
    }

    private void save() {
        if (!stride.save()) lost = true;
        savedAt = System.nanoTime();
        pulse.viewMoved();
    }

    private long end() {
        return Math.min(pulse.head(), ceiling);
    }

    private void take() {
        var before = position();
        if (!stride.advance(end())) lost = true;
        failure = null;
        backOff = FIRST_BACK_OFF_MS;
        events.increment((double) (position() - before));
        if (grewMuch(before, position())) work.analyze();
        if (!stride.unsaved()) {
            savedAt = System.nanoTime();
            pulse.viewMoved();
        } else if (somebodyWaits() || System.nanoTime() - savedAt > UNSAVED_MS * 1_000_000) save();
    }

    /** At 1,000 events, at 4,000, at 16,000 and so on: each time a view may be four times what it was planned for. */
    private static boolean grewMuch(long before, long now) {
        var next = FIRST_ANALYZE;
        while (next <= before) next *= 4;
        return now >= next;
    }

    private void failed(Throwable e) {
        if (failure == null) LOG.error("{} stands still: {}", segment.name(), e.getMessage(), e);
        failure = Faults.told(e);
        pulse.awaitHead(this::ending, backOff);
        backOff = Math.min(LONGEST_BACK_OFF_MS, backOff * 2);
    }

    private void giveUp() {
        try {
            if (stride.save()) work.release();
        } catch (RuntimeException e) {
            LOG.warn("{} waits for the end of this node, it could not be given up: {}", segment.name(), e.getMessage());
        }
    }
}

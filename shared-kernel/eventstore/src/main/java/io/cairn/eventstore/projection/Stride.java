package io.cairn.eventstore.projection;

import io.cairn.eventstore.Slots;
import io.cairn.eventstore.UnreadableEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a segment on, batch by batch. A batch with an event that cannot be taken is narrowed down to that event, which
 * is then parked.
 */
final class Stride {
    private static final Logger LOG = LoggerFactory.getLogger(Stride.class);
    private static final int BATCH = 1_000;
    private static final int LONGEST = 8_000;
    private static final int MOST_UNSAVED = 10_000;

    private final String name;
    private final Work work;
    private final int batch;
    private int limit;
    private volatile long position;
    private volatile long saved;

    Stride(Segment segment, Work work) {
        this.name = segment.name();
        this.work = work;
        // a part of the slots finds a part of the events only
        this.batch = Math.min(LONGEST, BATCH * (Slots.COUNT / segment.width()));
        this.limit = batch;
        this.position = segment.position();
        this.saved = position;
    }

    /** Everything until here is in the view or parked, or says nothing to it. */
    long position() {
        return position;
    }

    /** The same, and everybody can see it. */
    long saved() {
        return saved;
    }

    boolean unsaved() {
        return position > saved;
    }

    /**
     * A batch of events up to and including {@code last} at most; it may be that none was taken.
     *
     * @return false when the segment is lost
     */
    boolean advance(long last) {
        try {
            if (!reached(work.advance(position, Math.min(last, position + limit)))) return false;
            limit = Math.min(batch, limit * 10);
            return !work.unsaved(position - MOST_UNSAVED) || save();
        } catch (EventFailed e) {
            return narrow(e.position(), e);
        } catch (UnreadableEvent e) {
            return narrow(e.position(), e);
        }
    }

    /** So that others know too how far it is; false when the segment is lost. */
    boolean save() {
        if (!work.save(position)) return false;
        saved = position;
        return true;
    }

    /** So that the next batch ends before the culprit, then is the culprit alone, which is parked at last. */
    private boolean narrow(long culprit, RuntimeException e) {
        if (limit == 1) {
            LOG.error("{} parks event {} and what follows it in its stream", name, position + 1, e);
            return reached(work.park(position + 1, e));
        }
        if (culprit > position + 1) limit = (int) (culprit - 1 - position);
        else if (culprit == position + 1) limit = 1;
        else limit = Math.max(1, limit / 10);
        return true;
    }

    private boolean reached(long reached) {
        if (reached == Work.LOST) return false;
        position = reached;
        if (!work.unsaved(position)) saved = position;
        return true;
    }
}

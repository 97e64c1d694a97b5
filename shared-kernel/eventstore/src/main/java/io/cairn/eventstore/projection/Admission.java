package io.cairn.eventstore.projection;

import java.util.function.LongSupplier;

/**
 * Whether a segment may go on in this store. One that has seen more than there is comes from another time: the events
 * were restored to an earlier moment than the view. What is appended now would get positions which the token says were
 * seen, and so be left out without a word. Such a view is made anew by itself; a policy waits for an operator.
 */
final class Admission {
    private final Segment segment;
    private final LongSupplier head;
    private final Runnable remedy;
    private boolean known;
    private boolean ahead;

    /**
     * @param head reads the position of the last event, now
     * @param remedy is asked for once when the segment is ahead of it
     */
    Admission(Segment segment, LongSupplier head, Runnable remedy) {
        this.segment = segment;
        this.head = head;
        this.remedy = remedy;
    }

    /** @throws IllegalStateException when it may not; and it stays so however far the store has come since */
    void check() {
        if (!known) {
            ahead = segment.position() > head.getAsLong();
            if (ahead) remedy.run();
            known = true;
        }
        if (ahead)
            throw new IllegalStateException("it has seen position " + segment.position()
                    + ", and the store ended before that: the events were restored to an earlier moment");
    }
}

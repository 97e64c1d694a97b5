package io.cairn.eventstore.projection;

/** How a loop moves one segment on. */
interface Work {
    /** The segment is somebody else's now, or was moved. */
    long LOST = -1;

    /**
     * Takes the events of the segment behind {@code position}, up to and including {@code last}.
     *
     * @return the position reached, which may be an earlier one than {@code last}, or {@link #LOST}
     * @throws EventFailed and {@link io.cairn.eventstore.UnreadableEvent} when it is the event's fault
     */
    long advance(long position, long last);

    /** Puts the event at {@code position} aside, and its stream with it; as {@link #advance} to that position. */
    long park(long position, Throwable because);

    /** Makes the position durable where {@link #advance} found nothing to write; false when the segment is lost. */
    boolean save(long position);

    /** Whether {@link #save} has something to do. */
    boolean unsaved(long position);

    /**
     * Tells the planner how much there is: a table that begins empty is planned for as empty until the database looks by
     * itself, which is once a minute.
     */
    default void analyze() {}

    /** Lets others have the segment. */
    void release();
}

package io.cairn.eventstore.projection;

/** What a loop does again and again. */
interface Work {
    String name();

    /** The durable position. */
    long position();

    /**
     * Takes at most {@code limit} events behind {@code position}.
     *
     * @return the durable position afterwards; another one than expected when somebody else moved it
     */
    long advance(long position, int limit);
}

package io.cairn.eventstore;

/** This program cannot read an event of the store; the store is ahead of it, or was tampered with. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    UnreadableEvent(long position, String name, Throwable cause) {
        super("cannot read event " + position + " (" + name + ")", cause);
        this.position = position;
    }

    public long position() {
        return position;
    }
}

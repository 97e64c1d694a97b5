package io.cairn.eventstore.projection;

/** A view or policy could not take an event, or one of a batch, and it is the event's fault. */
final class EventFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long UNKNOWN = 0;

    private final long position;

    private EventFailed(long position, String which, Throwable cause) {
        super(which + ": " + cause.getMessage(), cause);
        this.position = position;
    }

    static EventFailed at(long position, Throwable cause) {
        return new EventFailed(position, "event " + position, cause);
    }

    /** One of them, but which is not known. */
    static EventFailed between(long position, long last, Throwable cause) {
        return last == position + 1
                ? at(last, cause)
                : new EventFailed(UNKNOWN, "an event behind " + position + ", up to " + last, cause);
    }

    /** Of the event, 0 when it is not known. */
    long position() {
        return position;
    }
}

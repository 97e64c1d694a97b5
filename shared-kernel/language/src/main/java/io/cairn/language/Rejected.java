package io.cairn.language;

/** A command was refused, for a reason with a type. Nothing happened. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection reason;

    public Rejected(Rejection reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    public Rejection reason() {
        return reason;
    }
}

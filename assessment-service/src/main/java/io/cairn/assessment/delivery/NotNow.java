package io.cairn.assessment.delivery;

/** Nothing can be delivered from a lane just now; it is tried again soon. Its message names no person. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotNow(String why) {
        super(why, null, false, false);
    }
}

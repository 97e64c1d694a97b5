package io.cairn.platform.problem;

import java.io.IOException;

/** More was sent than is read. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    public static Problem problem() {
        return Problem.of(413, "body-too-large", "The body is larger than this request may be.");
    }
}

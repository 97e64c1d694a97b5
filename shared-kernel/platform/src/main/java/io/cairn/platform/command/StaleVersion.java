package io.cairn.platform.command;

/** The stream is not at the version the caller has seen. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleVersion(long expected, long actual) {
        super("expected version " + expected + ", found " + actual);
    }
}

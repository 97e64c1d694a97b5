package io.cairn.eventstore;

import io.cairn.language.StreamId;

/** Somebody else appended to the stream first. Nothing was appended. */
public final class VersionConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VersionConflict(StreamId stream, long version) {
        super("version " + version + " of " + stream.type() + " " + stream.value() + " is taken");
    }
}

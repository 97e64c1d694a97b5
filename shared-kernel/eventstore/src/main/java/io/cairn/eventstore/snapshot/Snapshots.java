package io.cairn.eventstore.snapshot;

import io.cairn.eventstore.json.StateJson;
import io.cairn.language.StreamId;
import java.util.function.Supplier;

/** Where snapshots are left to be written. */
public interface Snapshots {
    /**
     * Returns at once; the snapshot is written some time later or, when there is too much to do, never.
     *
     * @param revision of the form
     * @param version of the last event it knows of, which must be durable
     * @param form asked for once and on another thread, so it must rest on what does not change
     */
    void keep(StreamId stream, String revision, long version, Supplier<StateJson.Form> form);

    /** Keeps none. */
    static Snapshots none() {
        return (stream, revision, version, form) -> {};
    }
}

package io.cairn.eventstore;

import io.cairn.language.StreamId;
import java.util.List;

/** Reads one stream, in the order of its versions, seen as its tenant. Of another tenant's stream there is nothing. */
public interface StreamReader {
    /** Events from {@code version} on, inclusive; empty when there are none. */
    List<StoredEvent> read(StreamId stream, long version);

    default List<StoredEvent> read(StreamId stream) {
        return read(stream, 0);
    }
}

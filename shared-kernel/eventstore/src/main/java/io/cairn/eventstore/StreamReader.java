package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one stream, in the order of its versions, seen as its tenant. Of another tenant's stream there is nothing. */
public interface StreamReader {
    /** Events from {@code version} on, inclusive; empty when there are none. */
    List<StoredEvent> read(StreamId stream, long version);

    default List<StoredEvent> read(StreamId stream) {
        return read(stream, 0);
    }

    /** A stream from its snapshot of this revision on, if it has one; from its first event, if not. */
    default Past past(StreamId stream, String revision) {
        return new Past(null, read(stream));
    }

    /**
     * All that happened on a stream.
     *
     * @param snapshot what is remembered of the events before
     * @param events those behind the snapshot, in order
     */
    record Past(@Nullable Snapshot snapshot, List<StoredEvent> events) {
        /** Of the last event, -1 when there is none. */
        public long version() {
            if (!events.isEmpty()) return events.getLast().version();
            return snapshot == null ? -1 : snapshot.version();
        }
    }

    /** The version of the stream's last event, -1 when it has none. */
    default long version(StreamId stream) {
        return read(stream).size() - 1;
    }

    /** Those of the tenant's streams that have an event, for who would otherwise read a thousand empty ones. */
    default Set<UUID> begun(TenantId tenant, Collection<StreamId> streams) {
        return streams.stream()
                .filter(stream ->
                        stream.tenant().equals(tenant) && !read(stream).isEmpty())
                .map(StreamId::value)
                .collect(Collectors.toSet());
    }
}

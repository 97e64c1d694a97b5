package io.cairn.eventstore;

import io.cairn.language.StreamId;
import io.cairn.language.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads one stream, in the order of its versions, seen as its tenant. Of another tenant's stream there is nothing. */
public interface StreamReader {
    /** Events from {@code version} on, inclusive; empty when there are none. */
    List<StoredEvent> read(StreamId stream, long version);

    default List<StoredEvent> read(StreamId stream) {
        return read(stream, 0);
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

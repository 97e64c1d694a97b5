package io.cairn.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cairn.language.StreamId;

/**
 * The last versions this process has appended to the streams it lately appended to. They may be behind, when another
 * process appended since, but never ahead: events are not taken away. Who appends right behind a known one leaves no gap.
 */
final class KnownVersions {
    private static final int MOST = 100_000;

    private final Cache<StreamId, Long> last =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** -1 when it is not known. */
    long last(StreamId stream) {
        var version = last.getIfPresent(stream);
        return version == null ? -1 : version;
    }

    void appended(PendingAppend append) {
        for (var row : append.rows()) last.put(row.event().stream(), row.event().version());
    }
}

package io.cairn.platform.trace;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.StreamId;
import io.opentelemetry.api.trace.SpanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Finds the span of an append from its events, in whatever process they are read: its id is half that of its first
 * event, so none has to be stored.
 */
final class Appends {
    private Appends() {}

    /** @param first of the events of an append */
    static String span(UUID first) {
        return SpanId.fromLong(first.getLeastSignificantBits());
    }

    /**
     * The events of a batch by what appended them: neighbours in a stream that one request caused. What no request
     * caused is left out. An append that reaches over the batch's beginning is not found by its span.
     */
    static List<List<StoredEvent>> of(List<StoredEvent> batch) {
        var all = new ArrayList<List<StoredEvent>>();
        var last = new HashMap<StreamId, List<StoredEvent>>();
        for (var event : batch) {
            if (event.origin().correlation() == null) continue;
            var before = last.get(event.stream());
            if (before != null && follows(event, before.getLast())) before.add(event);
            else {
                var append = new ArrayList<>(List.of(event));
                last.put(event.stream(), append);
                all.add(append);
            }
        }
        return all;
    }

    private static boolean follows(StoredEvent event, StoredEvent before) {
        return event.version() == before.version() + 1
                && event.recordedAt().equals(before.recordedAt())
                && event.origin().equals(before.origin());
    }
}

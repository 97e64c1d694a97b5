package io.cairn.eventstore;

import io.cairn.language.StreamId;
import java.util.HashMap;
import java.util.List;

/** Events of one append, checked: within each stream the versions follow one another. */
final class Sequence {
    private Sequence() {}

    /** For each event whether it is the first of its stream in the list. */
    static Boolean[] starts(List<NewEvent> events) {
        var last = new HashMap<StreamId, Long>();
        var starts = new Boolean[events.size()];
        for (var i = 0; i < starts.length; i++) {
            var event = events.get(i);
            var before = last.put(event.stream(), event.version());
            if (before != null && event.version() != before + 1) throw gap(event.stream(), event.version());
            starts[i] = before == null;
        }
        return starts;
    }

    static IllegalArgumentException gap(StreamId stream, long version) {
        return new IllegalArgumentException("version " + version + " of " + stream.type() + " " + stream.value()
                + " does not follow the one before");
    }
}

package io.cairn.verifier;

import io.cairn.proof.EventLine;
import io.cairn.verifier.Finding.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Versions of each stream: 0, 1, 2 and so on, in the order of positions. */
final class Streams {
    private final Map<UUID, Long> next = new HashMap<>();
    private final Findings findings;

    Streams(Findings findings) {
        this.findings = findings;
    }

    void event(EventLine line) {
        var expected = next.getOrDefault(line.streamId(), 0L);
        if (line.version() != expected)
            findings.event(
                    Kind.STREAM,
                    line.eventId(),
                    line.position(),
                    "of " + line.streamType() + " " + line.streamId() + " version " + expected + " should follow, and "
                            + line.version() + " does, at position " + line.position());
        next.put(line.streamId(), line.version() + 1);
    }
}

package io.cairn.assessment.assessment;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.StreamReader;
import io.cairn.language.StreamId;
import io.cairn.language.StreamType;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An assessment as its own stream tells it, so never behind. */
@Component
public final class Assessments {
    private final StreamReader streams;

    Assessments(StreamReader streams) {
        this.streams = streams;
    }

    /** @param events its whole past, never empty */
    public record Found(UUID id, AssessmentState.Known state, List<StoredEvent> events) {
        public long version() {
            return events.getLast().version();
        }
    }

    /** @throws io.cairn.language.Rejected when the tenant has no such assessment */
    public Found find(TenantId tenant, UUID id) {
        return find(tenant, id, Long.MAX_VALUE);
    }

    /** As it was at a version, which may not be its last any more. */
    public Found find(TenantId tenant, UUID id, long version) {
        var events = streams.read(new StreamId(tenant, StreamType.ASSESSMENT, id)).stream()
                .filter(it -> it.version() <= version)
                .toList();
        var state = AssessmentState.NONE;
        for (var stored : events) if (stored.event() instanceof AssessmentEvent event) state = state.evolve(event);
        return new Found(id, state.known(), events);
    }
}

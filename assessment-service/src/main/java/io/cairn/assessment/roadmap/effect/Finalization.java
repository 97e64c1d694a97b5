package io.cairn.assessment.roadmap.effect;

import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.assessment.assessment.Assessments;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.Period;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A finalized assessment as it was finalized last; corrections of it count.
 *
 * @param positions of its finalizations in the order of all events, never empty
 * @param state with the answers that counted at the last of them
 */
record Finalization(UUID assessment, List<Long> positions, AssessmentState.Known state) {
    Period period() {
        return state.period();
    }

    boolean isBefore(StoredEvent event) {
        return positions.getFirst() < event.position();
    }

    /** The first one behind an event. */
    long after(StoredEvent event) {
        return positions.stream()
                .filter(it -> it > event.position())
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Of those that are; one cancelled and begun anew has no finalization from before that. */
    static List<Finalization> of(List<Assessments.Found> assessments) {
        var finalized = new ArrayList<Finalization>();
        for (var found : assessments) {
            var positions = new ArrayList<Long>();
            var state = AssessmentState.NONE;
            var last = AssessmentState.NONE;
            for (var stored : found.events()) {
                if (stored.event() instanceof AssessmentEvent event) state = state.evolve(event);
                if (stored.event() instanceof AssessmentOpened) positions.clear();
                if (stored.event() instanceof AssessmentFinalized) {
                    positions.add(stored.position());
                    last = state;
                }
            }
            if (!positions.isEmpty()) finalized.add(new Finalization(found.id(), List.copyOf(positions), last.known()));
        }
        return finalized;
    }
}

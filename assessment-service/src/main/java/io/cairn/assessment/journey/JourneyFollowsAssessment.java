package io.cairn.assessment.journey;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.event.Event;
import java.util.List;

/**
 * All that assessments cause in journeys, in the order in which it happened to the assessments. Were each policy to go
 * its own pace, a cancellation could be dealt with before the finalization it undoes, and the stage would stay.
 */
public final class JourneyFollowsAssessment implements Policy {
    public static final String NAME = "journey-follows-assessment";

    private final List<Policy> policies;

    JourneyFollowsAssessment(List<Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return policies.stream().anyMatch(policy -> policy.concerns(event));
    }

    @Override
    public void when(StoredEvent event) {
        for (var policy : policies) policy.when(event);
    }
}

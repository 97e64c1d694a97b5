package io.cairn.reporting.point;

import io.cairn.eventstore.RecordedEvents;
import io.cairn.language.FreeText;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.CycleEvent;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.language.event.ModelEvent;
import io.cairn.language.event.RoadmapEvent;
import io.cairn.language.event.TenantEvent;
import io.cairn.language.event.UnitEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why it was decided so, by the position of the decision; read from the events, where the words can be erased. */
@Component
public class DecisionReasons {
    private final RecordedEvents events;

    DecisionReasons(RecordedEvents events) {
        this.events = events;
    }

    public Map<Long, FreeText> of(JdbcClient jdbc, TenantId tenant, List<StagePoint> points) {
        var positions = points.stream()
                .map(StagePoint::decision)
                .filter(Objects::nonNull)
                .filter(StageDecision::hasReason)
                .map(StageDecision::position)
                .toList();
        var reasons = new HashMap<Long, FreeText>();
        events.at(jdbc, tenant, positions).forEach((position, stored) -> {
            var reason = reason(stored.event());
            if (reason != null) reasons.put(position, reason);
        });
        return reasons;
    }

    private static @Nullable FreeText reason(Event event) {
        return switch (event) {
            case JourneyEvent decision ->
                switch (decision) {
                    case StageTransitioned it -> it.reason();
                    case StageHeld it -> it.reason();
                    case StageRejected it -> it.reason();
                    case StageProposed ignored -> null;
                    case TargetSet ignored -> null;
                    case TargetWithdrawn ignored -> null;
                    case TargetReached ignored -> null;
                    case TargetMissed ignored -> null;
                    case TargetReopened ignored -> null;
                };
            case TenantEvent ignored -> null;
            case UnitEvent ignored -> null;
            case ModelEvent ignored -> null;
            case AssessmentEvent ignored -> null;
            case CycleEvent ignored -> null;
            case RoadmapEvent ignored -> null;
        };
    }
}

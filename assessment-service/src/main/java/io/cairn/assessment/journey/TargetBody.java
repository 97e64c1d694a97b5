package io.cairn.assessment.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.DimensionKey;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetSet;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A target as the API shows it.
 *
 * @param dimension left out for the unit as a whole
 * @param period by whose end the stage is to be reached
 * @param reached left out while it is not; late when by a period after its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetBody(
        @Nullable DimensionKey dimension,
        StageRef stage,
        Period period,
        @Nullable FreeText reason,
        Target.Status status,
        ActorId setBy,
        Instant setAt,
        @Nullable Reached reached,
        @Nullable Missed missed) {

    /** @param stage the one it is at, which may be above the target */
    public record Reached(Period period, StageRef stage, boolean late, Instant recordedAt) {}

    /** @param stage where it stood when the period was over */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Missed(@Nullable StageRef stage, Instant recordedAt) {}

    static TargetBody of(Target target, List<StoredEvent> events) {
        var set = last(events, it -> it.event() instanceof TargetSet e && is(target, e.dimension(), e.period()));
        return new TargetBody(
                target.dimension(),
                target.stage(),
                target.period(),
                target.reason(),
                target.status(),
                set.origin().actor(),
                set.recordedAt(),
                target.reachedIn() == null ? null : reached(target, events),
                target.status() == Target.Status.MISSED ? missed(target, events) : null);
    }

    private static Reached reached(Target target, List<StoredEvent> events) {
        var stored = last(events, it -> it.event() instanceof TargetReached e && is(target, e.dimension(), e.period()));
        var event = (TargetReached) stored.event();
        return new Reached(
                event.in(),
                event.stage(),
                event.in().endMonth() > event.period().endMonth(),
                stored.recordedAt());
    }

    private static Missed missed(Target target, List<StoredEvent> events) {
        var stored = last(events, it -> it.event() instanceof TargetMissed e && is(target, e.dimension(), e.period()));
        return new Missed(((TargetMissed) stored.event()).stage(), stored.recordedAt());
    }

    private static boolean is(Target target, @Nullable DimensionKey dimension, Period period) {
        return target.key().equals(new Target.Key(dimension, period));
    }

    private static StoredEvent last(List<StoredEvent> events, Predicate<StoredEvent> which) {
        return events.reversed().stream().filter(which).findFirst().orElseThrow();
    }
}

package io.cairn.assessment.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.DimensionKey;
import io.cairn.language.FreeText;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was told of a target.
 *
 * @param period of the target
 * @param target the stage to be reached; left out of a withdrawal
 * @param by whoever set or withdrew it, or whose act told the rest
 * @param in the period that has the stage
 * @param stage where the unit, or its dimension, stood
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetNews(
        What what,
        @Nullable DimensionKey dimension,
        Period period,
        @Nullable StageRef target,
        ActorId by,
        Instant recordedAt,
        @Nullable Period in,
        @Nullable StageRef stage,
        @Nullable FreeText reason) {
    public enum What {
        SET,
        WITHDRAWN,
        REACHED,
        MISSED,
        REOPENED
    }

    static List<TargetNews> of(List<StoredEvent> events) {
        var news = new ArrayList<TargetNews>();
        for (var stored : events) {
            var told = stored.event() instanceof JourneyEvent event ? of(event, stored) : null;
            if (told != null) news.add(told);
        }
        return news;
    }

    private static @Nullable TargetNews of(JourneyEvent event, StoredEvent at) {
        return switch (event) {
            case TargetSet it -> told(What.SET, it.dimension(), it.period(), it.stage(), at, null, null, it.reason());
            case TargetWithdrawn it -> told(What.WITHDRAWN, it.dimension(), it.period(), null, at, null, null, null);
            case TargetReached it ->
                told(What.REACHED, it.dimension(), it.period(), it.target(), at, it.in(), it.stage(), null);
            case TargetMissed it ->
                told(What.MISSED, it.dimension(), it.period(), it.target(), at, null, it.stage(), null);
            case TargetReopened it ->
                told(What.REOPENED, it.dimension(), it.period(), it.target(), at, null, null, null);
            case StageProposed ignored -> null;
            case StageTransitioned ignored -> null;
            case StageHeld ignored -> null;
            case StageRejected ignored -> null;
        };
    }

    private static TargetNews told(
            What what,
            @Nullable DimensionKey dimension,
            Period period,
            @Nullable StageRef target,
            StoredEvent at,
            @Nullable Period in,
            @Nullable StageRef stage,
            @Nullable FreeText reason) {
        return new TargetNews(what, dimension, period, target, at.origin().actor(), at.recordedAt(), in, stage, reason);
    }
}

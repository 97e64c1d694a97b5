package io.cairn.reporting.point;

import io.cairn.language.StageRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journey decided on a period.
 *
 * @param kind transitioned, held or rejected
 * @param position of the event, where its reason is to be read
 * @param by null when the tenant's policy decided
 * @param from, direction, cause only of a transition
 */
public record StageDecision(
        String kind,
        long position,
        Instant at,
        @Nullable String by,
        @Nullable StageRef from,
        @Nullable String direction,
        @Nullable String cause,
        List<StageRef> skipped,
        boolean overridden,
        boolean hasReason) {
    public StageDecision {
        skipped = List.copyOf(skipped);
    }
}

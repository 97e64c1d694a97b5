package io.cairn.reporting.audit;

import io.cairn.eventstore.Channel;
import io.cairn.language.FreeText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision.
 *
 * @param actor who made it, or by whose act it followed
 * @param unit, model, period what it is about; null where it is about none
 * @param from, to what it was and is, by its kind: a stage, points, a name; null where the kind says it all
 */
record AuditedDecision(
        Instant at,
        String actor,
        DecisionKind kind,
        @Nullable String unit,
        @Nullable String model,
        @Nullable String modelVersion,
        @Nullable String period,
        @Nullable UUID assessment,
        @Nullable String question,
        @Nullable String dimension,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable FreeText reason,
        Channel channel,
        long position,
        UUID eventId) {}

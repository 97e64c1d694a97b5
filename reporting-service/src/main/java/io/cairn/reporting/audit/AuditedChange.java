package io.cairn.reporting.audit;

import io.cairn.eventstore.Channel;
import io.cairn.language.ActorId;
import io.cairn.language.AnswerSource;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one answer.
 *
 * @param actor who did it, by whom we were called; {@code source} is what an import says of where it came from
 * @param from, to a bare value or {@code {"notApplicable": {"reason": …}}}; null where there was, or is, no answer;
 *     points when {@code kind} is {@code points-overridden}
 * @param reason why it was changed
 * @param respondent whose own answer, their vote, it is; null for one shared by all, and for what a facilitator or
 *     reviewer decides
 * @param rationale why the answer is {@code to}
 */
record AuditedChange(
        Instant at,
        String actor,
        String unit,
        ModelRef model,
        String period,
        UUID assessment,
        String question,
        ChangeKind kind,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable FreeText reason,
        @Nullable FreeText rationale,
        @Nullable AnswerSource source,
        @Nullable ActorId respondent,
        Channel channel,
        long position,
        UUID eventId) {}

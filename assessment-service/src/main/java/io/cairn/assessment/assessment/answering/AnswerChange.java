package io.cairn.assessment.assessment.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one answer: who, when, from, to, why.
 *
 * @param change recorded, carried-over (it does not count yet), confirmed, changed, withdrawn, left-behind (a cancelled assessment began anew), points-overridden
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerChange(
        Instant at,
        ActorId actor,
        Channel channel,
        String change,
        @Nullable Answer from,
        @Nullable Answer to,
        @Nullable BigDecimal pointsFrom,
        @Nullable BigDecimal pointsTo,
        @Nullable FreeText reason,
        @Nullable AnswerSource source,
        long version,
        long position,
        UUID eventId) {

    /** In the order in which it happened. */
    static List<AnswerChange> of(List<StoredEvent> events, QuestionKey question) {
        var changes = new ArrayList<AnswerChange>();
        Answer standing = null;
        for (var stored : events) {
            if (!(stored.event() instanceof AssessmentEvent event)) continue;
            var change = told(stored, event, question, standing);
            if (change == null) continue;
            changes.add(change);
            if (change.pointsTo() == null) standing = change.to();
        }
        return changes;
    }

    /** Null when the event says nothing about the question. */
    private static @Nullable AnswerChange told(
            StoredEvent stored, AssessmentEvent event, QuestionKey question, @Nullable Answer standing) {
        return switch (event) {
            case AnswerRecorded it ->
                it.question().equals(question)
                        ? change(stored, "recorded", null, it.answer(), null, it.source())
                        : null;
            case AnswerChanged it ->
                it.question().equals(question)
                        ? change(stored, "changed", it.before(), it.answer(), it.reason(), it.source())
                        : null;
            case AnswerConfirmed it ->
                it.question().equals(question) ? change(stored, "confirmed", standing, it.answer(), null, null) : null;
            case AnswerWithdrawn it ->
                it.question().equals(question)
                        ? change(stored, "withdrawn", it.before(), null, it.reason(), null)
                        : null;
            case PointsOverridden it -> it.question().equals(question) ? points(stored, it) : null;
            case AssessmentOpened it -> opened(stored, it, question, standing);
            case AssessmentSubmitted ignored -> null;
            case AssessmentReturned ignored -> null;
            case AssessmentFinalized ignored -> null;
            case AssessmentReopened ignored -> null;
            case AssessmentCancelled ignored -> null;
        };
    }

    private static @Nullable AnswerChange opened(
            StoredEvent stored, AssessmentOpened event, QuestionKey question, @Nullable Answer standing) {
        for (var carried : event.carriedOver())
            if (carried.question().equals(question))
                return change(stored, "carried-over", standing, carried.answer(), null, null);
        return standing == null ? null : change(stored, "left-behind", standing, null, null, null);
    }

    private static AnswerChange change(
            StoredEvent stored,
            String change,
            @Nullable Answer from,
            @Nullable Answer to,
            @Nullable FreeText reason,
            @Nullable AnswerSource source) {
        return new AnswerChange(
                stored.recordedAt(),
                stored.origin().actor(),
                stored.origin().channel(),
                change,
                from,
                to,
                null,
                null,
                reason,
                source,
                stored.version(),
                stored.position(),
                stored.eventId());
    }

    private static AnswerChange points(StoredEvent stored, PointsOverridden event) {
        return new AnswerChange(
                stored.recordedAt(),
                stored.origin().actor(),
                stored.origin().channel(),
                "points-overridden",
                null,
                null,
                event.before(),
                event.points(),
                event.reason(),
                null,
                stored.version(),
                stored.position(),
                stored.eventId());
    }
}

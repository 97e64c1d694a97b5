package io.cairn.assessment.assessment.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cairn.eventstore.Channel;
import io.cairn.eventstore.StoredEvent;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.FreeText;
import io.cairn.language.ModelVersion;
import io.cairn.language.QuestionKey;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
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
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one answer: who, when, from, to, why.
 *
 * @param change recorded, carried-over (it does not count yet), confirmed, changed, withdrawn, agreed, consensus-round,
 *     left-behind (a cancelled assessment began anew), points-overridden
 * @param carriedFromVersion of the model, under which an answer that was carried over had been given
 * @param respondent whose own answer, their vote, it is; null for one shared by all and for what was settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerChange(
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
        @Nullable ActorId respondent,
        @Nullable ModelVersion carriedFromVersion,
        long version,
        long position,
        UUID eventId) {

    /** In the order in which it happened. */
    public static List<AnswerChange> of(List<StoredEvent> events, QuestionKey question) {
        var changes = new ArrayList<AnswerChange>();
        // the answers there are, each respondent's own and, by nobody, the one that is shared or settled
        var standing = new LinkedHashMap<Optional<ActorId>, Answer>();
        for (var stored : events) {
            if (!(stored.event() instanceof AssessmentEvent event)) continue;
            if (event instanceof AssessmentOpened) {
                standing.forEach((whose, answer) ->
                        changes.add(change(stored, "left-behind", answer, null, null, null, whose.orElse(null))));
                standing.clear();
            }
            var change = told(stored, event, question, standing.get(Optional.<ActorId>empty()));
            if (change == null) continue;
            changes.add(change);
            if (change.pointsTo() != null) continue;
            var whose = Optional.ofNullable(change.respondent());
            if (change.to() == null) standing.remove(whose);
            else standing.put(whose, change.to());
        }
        return changes;
    }

    /** Null when the event says nothing about the question. @param shared the answer of all there is, perhaps carried over */
    private static @Nullable AnswerChange told(
            StoredEvent stored, AssessmentEvent event, QuestionKey question, @Nullable Answer shared) {
        return switch (event) {
            case AnswerRecorded it ->
                it.question().equals(question)
                        ? change(stored, "recorded", null, it.answer(), it.reason(), it.source(), it.respondent())
                        : null;
            case AnswerChanged it ->
                it.question().equals(question)
                        ? change(stored, "changed", it.before(), it.answer(), it.reason(), it.source(), it.respondent())
                        : null;
            case AnswerConfirmed it ->
                it.question().equals(question)
                        ? change(stored, "confirmed", shared, it.answer(), null, null, null)
                        : null;
            case AnswerWithdrawn it ->
                it.question().equals(question)
                        ? change(stored, "withdrawn", it.before(), null, it.reason(), null, it.respondent())
                        : null;
            case AnswerAgreed it ->
                it.question().equals(question)
                        ? change(stored, "agreed", it.before(), it.answer(), it.reason(), null, null)
                        : null;
            case ConsensusRoundStarted it ->
                it.question().equals(question)
                        ? change(stored, "consensus-round", it.before(), null, it.reason(), null, null)
                        : null;
            case PointsOverridden it -> it.question().equals(question) ? points(stored, it) : null;
            case RespondentAssigned ignored -> null;
            case RespondentUnassigned ignored -> null;
            case AssessmentOpened it -> carriedOver(stored, it, question);
            case AssessmentSubmitted ignored -> null;
            case AssessmentReturned ignored -> null;
            case AssessmentFinalized ignored -> null;
            case AssessmentReopened ignored -> null;
            case AssessmentCancelled ignored -> null;
        };
    }

    private static @Nullable AnswerChange carriedOver(
            StoredEvent stored, AssessmentOpened event, QuestionKey question) {
        for (var carried : event.carriedOver())
            if (carried.question().equals(question))
                return change(stored, "carried-over", null, carried.answer(), null, null, null)
                        .carriedFrom(event.carriedFromVersion());
        return null;
    }

    private static AnswerChange change(
            StoredEvent stored,
            String change,
            @Nullable Answer from,
            @Nullable Answer to,
            @Nullable FreeText reason,
            @Nullable AnswerSource source,
            @Nullable ActorId respondent) {
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
                respondent,
                null,
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
                null,
                null,
                stored.version(),
                stored.position(),
                stored.eventId());
    }

    private AnswerChange carriedFrom(@Nullable ModelVersion modelVersion) {
        return new AnswerChange(
                at,
                actor,
                channel,
                change,
                from,
                to,
                pointsFrom,
                pointsTo,
                reason,
                source,
                respondent,
                modelVersion,
                version,
                position,
                eventId);
    }
}

package io.cairn.reporting.audit;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.FreeText;
import io.cairn.language.Response;
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
import io.cairn.language.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of an answer: the words are its own, and gone where they were erased.
 *
 * @param respondent whose vote it is, null when it is no vote
 */
record Said(
        ChangeKind kind,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable FreeText reason,
        @Nullable FreeText rationale,
        @Nullable AnswerSource source,
        @Nullable ActorId respondent) {

    static Said of(Event event) {
        if (!(event instanceof AssessmentEvent change)) throw noAnswer(event);
        return switch (change) {
            case AnswerRecorded it ->
                said(ChangeKind.RECORDED, null, it.answer(), it.reason(), it.source(), it.respondent());
            case AnswerChanged it ->
                said(ChangeKind.CHANGED, it.before(), it.answer(), it.reason(), it.source(), it.respondent());
            case AnswerConfirmed it -> said(ChangeKind.CONFIRMED, it.answer(), it.answer(), null, null, null);
            case AnswerWithdrawn it ->
                said(ChangeKind.WITHDRAWN, it.before(), null, it.reason(), null, it.respondent());
            case AnswerAgreed it -> said(ChangeKind.AGREED, it.before(), it.answer(), it.reason(), null, null);
            case ConsensusRoundStarted it ->
                said(ChangeKind.CONSENSUS_ROUND, it.before(), null, it.reason(), null, null);
            case PointsOverridden it ->
                new Said(ChangeKind.POINTS_OVERRIDDEN, it.before(), it.points(), it.reason(), null, null, null);
            case RespondentAssigned it -> throw noAnswer(it);
            case RespondentUnassigned it -> throw noAnswer(it);
            case AssessmentOpened it -> throw noAnswer(it);
            case AssessmentSubmitted it -> throw noAnswer(it);
            case AssessmentReturned it -> throw noAnswer(it);
            case AssessmentFinalized it -> throw noAnswer(it);
            case AssessmentReopened it -> throw noAnswer(it);
            case AssessmentCancelled it -> throw noAnswer(it);
        };
    }

    private static Said said(
            ChangeKind kind,
            @Nullable Answer from,
            @Nullable Answer to,
            @Nullable FreeText reason,
            @Nullable AnswerSource source,
            @Nullable ActorId respondent) {
        var rationale = to == null ? null : to.rationale();
        return new Said(kind, bare(from), bare(to), reason, rationale, source, respondent);
    }

    private static IllegalStateException noAnswer(Event event) {
        return new IllegalStateException(
                "no change of an answer: " + event.getClass().getSimpleName());
    }

    /** A value stands bare; that the question does not apply is an object. */
    private static @Nullable Object bare(@Nullable Answer answer) {
        if (answer == null) return null;
        return switch (answer.response()) {
            case Response.Given it -> it.value();
            case Response.NotApplicable it -> it;
        };
    }
}

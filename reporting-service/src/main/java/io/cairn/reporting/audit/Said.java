package io.cairn.reporting.audit;

import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.FreeText;
import io.cairn.language.Response;
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
import io.cairn.language.event.Event;
import org.jspecify.annotations.Nullable;

/** What an event says of an answer: the words are its own, and gone where they were erased. */
record Said(
        ChangeKind kind,
        @Nullable Object from,
        @Nullable Object to,
        @Nullable FreeText reason,
        @Nullable FreeText rationale,
        @Nullable AnswerSource source) {

    static Said of(Event event) {
        if (!(event instanceof AssessmentEvent change)) throw noAnswer(event);
        return switch (change) {
            case AnswerRecorded it ->
                new Said(
                        ChangeKind.RECORDED,
                        null,
                        bare(it.answer()),
                        null,
                        it.answer().rationale(),
                        it.source());
            case AnswerChanged it ->
                new Said(
                        ChangeKind.CHANGED,
                        bare(it.before()),
                        bare(it.answer()),
                        it.reason(),
                        it.answer().rationale(),
                        it.source());
            case AnswerConfirmed it ->
                new Said(
                        ChangeKind.CONFIRMED,
                        bare(it.answer()),
                        bare(it.answer()),
                        null,
                        it.answer().rationale(),
                        null);
            case AnswerWithdrawn it -> new Said(ChangeKind.WITHDRAWN, bare(it.before()), null, it.reason(), null, null);
            case PointsOverridden it ->
                new Said(ChangeKind.POINTS_OVERRIDDEN, it.before(), it.points(), it.reason(), null, null);
            case AssessmentOpened it -> throw noAnswer(it);
            case AssessmentSubmitted it -> throw noAnswer(it);
            case AssessmentReturned it -> throw noAnswer(it);
            case AssessmentFinalized it -> throw noAnswer(it);
            case AssessmentReopened it -> throw noAnswer(it);
            case AssessmentCancelled it -> throw noAnswer(it);
        };
    }

    private static IllegalStateException noAnswer(Event event) {
        return new IllegalStateException(
                "no change of an answer: " + event.getClass().getSimpleName());
    }

    /** A value stands bare; that the question does not apply is an object. */
    private static Object bare(Answer answer) {
        return switch (answer.response()) {
            case Response.Given it -> it.value();
            case Response.NotApplicable it -> it;
        };
    }
}

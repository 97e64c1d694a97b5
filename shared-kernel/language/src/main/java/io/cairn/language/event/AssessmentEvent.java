package io.cairn.language.event;

import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The life of one assessment: one unit under one model in one period. */
public sealed interface AssessmentEvent extends Event {
    /** Of a cancelled assessment it is a new beginning on the same stream: no answer before it counts. */
    record AssessmentOpened(UnitCode unit, ModelRef model, Period period) implements AssessmentEvent {}

    record AnswerRecorded(
            QuestionKey question, Answer answer, @Nullable AnswerSource source) implements AssessmentEvent {}

    record AnswerChanged(
            QuestionKey question,
            Answer before,
            Answer answer,
            @Nullable FreeText reason,
            @Nullable AnswerSource source)
            implements AssessmentEvent {}

    record AnswerWithdrawn(
            QuestionKey question, Answer before, @Nullable FreeText reason) implements AssessmentEvent {}

    /** A reviewer's points stand until the answer they judged changes. @param before the points the answer had */
    record PointsOverridden(QuestionKey question, BigDecimal before, BigDecimal points, FreeText reason)
            implements AssessmentEvent {}

    record AssessmentSubmitted(@Nullable FreeText reason) implements AssessmentEvent {
        public AssessmentSubmitted() {
            this(null);
        }
    }

    record AssessmentReturned(FreeText reason) implements AssessmentEvent {}

    /** Carries what a view of the result needs, so that it never has to score again. */
    record AssessmentFinalized(
            UnitCode unit,
            ModelRef model,
            Period period,
            Profile profile,
            @Nullable FreeText reason) implements AssessmentEvent {
        public AssessmentFinalized(UnitCode unit, ModelRef model, Period period, Profile profile) {
            this(unit, model, period, profile, null);
        }
    }

    record AssessmentReopened(FreeText reason) implements AssessmentEvent {}

    record AssessmentCancelled(@Nullable FreeText reason) implements AssessmentEvent {}
}

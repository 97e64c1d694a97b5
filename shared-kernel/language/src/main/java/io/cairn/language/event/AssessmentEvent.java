package io.cairn.language.event;

import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.UnitCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of one assessment: one unit under one model in one period. */
public sealed interface AssessmentEvent extends Event {
    /**
     * Of a cancelled assessment it is a new beginning on the same stream: no answer before it counts.
     *
     * @param carriedFrom the period whose agreed answers are carried over, null when none are
     * @param carriedOver none of them counts until it is confirmed
     */
    record AssessmentOpened(
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable Period carriedFrom,
            List<CarriedAnswer> carriedOver) implements AssessmentEvent {
        public AssessmentOpened {
            carriedOver = List.copyOf(carriedOver);
        }

        public AssessmentOpened(UnitCode unit, ModelRef model, Period period) {
            this(unit, model, period, null, List.of());
        }
    }

    record AnswerRecorded(
            QuestionKey question, Answer answer, @Nullable AnswerSource source) implements AssessmentEvent {}

    record AnswerChanged(
            QuestionKey question,
            Answer before,
            Answer answer,
            @Nullable FreeText reason,
            @Nullable AnswerSource source)
            implements AssessmentEvent {}

    /** A carried-over answer still holds, as it is. */
    record AnswerConfirmed(QuestionKey question, Answer answer) implements AssessmentEvent {}

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

package io.cairn.language.event;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.Comparison;
import io.cairn.language.DimensionKey;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.ModelVersion;
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
     * @param carriedFromVersion of the model, under which they were given; where it is another, they are what its
     *     answers say under this one
     * @param carriedOver none of them counts until it is confirmed
     */
    record AssessmentOpened(
            UnitCode unit,
            ModelRef model,
            Period period,
            @Nullable Period carriedFrom,
            @Nullable ModelVersion carriedFromVersion,
            List<CarriedAnswer> carriedOver)
            implements AssessmentEvent {
        public AssessmentOpened {
            carriedOver = List.copyOf(carriedOver);
        }

        public AssessmentOpened(UnitCode unit, ModelRef model, Period period) {
            this(unit, model, period, null, null, List.of());
        }
    }

    /**
     * From now on only assigned respondents answer, and each has their own answers.
     *
     * @param dimensions in which they answer, instead of any before; none means all
     */
    record RespondentAssigned(ActorId respondent, List<DimensionKey> dimensions) implements AssessmentEvent {
        public RespondentAssigned {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** Answers no more; what was answered stands. */
    record RespondentUnassigned(
            ActorId respondent, @Nullable FreeText reason) implements AssessmentEvent {}

    /**
     * @param respondent whose own answer it is, their vote; null for the one answer shared by all
     * @param reason why, where somebody says so: of a reopened assessment it may say otherwise than what counted
     */
    record AnswerRecorded(
            QuestionKey question,
            Answer answer,
            @Nullable AnswerSource source,
            @Nullable ActorId respondent,
            @Nullable FreeText reason)
            implements AssessmentEvent {
        public AnswerRecorded(QuestionKey question, Answer answer, @Nullable AnswerSource source) {
            this(question, answer, source, null);
        }

        public AnswerRecorded(
                QuestionKey question, Answer answer, @Nullable AnswerSource source, @Nullable ActorId respondent) {
            this(question, answer, source, respondent, null);
        }
    }

    record AnswerChanged(
            QuestionKey question,
            Answer before,
            Answer answer,
            @Nullable FreeText reason,
            @Nullable AnswerSource source,
            @Nullable ActorId respondent)
            implements AssessmentEvent {
        public AnswerChanged(
                QuestionKey question,
                Answer before,
                Answer answer,
                @Nullable FreeText reason,
                @Nullable AnswerSource source) {
            this(question, before, answer, reason, source, null);
        }
    }

    /** A carried-over answer still holds, as it is. */
    record AnswerConfirmed(QuestionKey question, Answer answer) implements AssessmentEvent {}

    record AnswerWithdrawn(
            QuestionKey question,
            Answer before,
            @Nullable FreeText reason,
            @Nullable ActorId respondent) implements AssessmentEvent {
        public AnswerWithdrawn(QuestionKey question, Answer before, @Nullable FreeText reason) {
            this(question, before, reason, null);
        }
    }

    /** The facilitator settles what counts; no vote changes by it. @param before what counted, null when nothing did */
    record AnswerAgreed(
            QuestionKey question,
            @Nullable Answer before,
            Answer answer,
            @Nullable FreeText reason) implements AssessmentEvent {}

    /** Respondents see each other's votes on it and may change their own. @param before what was settled, if anything was */
    record ConsensusRoundStarted(
            QuestionKey question,
            @Nullable Answer before,
            @Nullable FreeText reason) implements AssessmentEvent {}

    /** A reviewer's points stand while what counts says the same. @param before the points the answer had */
    record PointsOverridden(QuestionKey question, BigDecimal before, BigDecimal points, FreeText reason)
            implements AssessmentEvent {}

    record AssessmentSubmitted(@Nullable FreeText reason) implements AssessmentEvent {
        public AssessmentSubmitted() {
            this(null);
        }
    }

    record AssessmentReturned(FreeText reason) implements AssessmentEvent {}

    /**
     * Carries what a view of the result needs, so that it never has to score again.
     *
     * @param comparison with the assessment before, where that was under another version of the model
     */
    record AssessmentFinalized(
            UnitCode unit,
            ModelRef model,
            Period period,
            Profile profile,
            @Nullable FreeText reason,
            @Nullable Comparison comparison)
            implements AssessmentEvent {
        public AssessmentFinalized(
                UnitCode unit, ModelRef model, Period period, Profile profile, @Nullable FreeText reason) {
            this(unit, model, period, profile, reason, null);
        }

        public AssessmentFinalized(UnitCode unit, ModelRef model, Period period, Profile profile) {
            this(unit, model, period, profile, null);
        }
    }

    record AssessmentReopened(FreeText reason) implements AssessmentEvent {}

    record AssessmentCancelled(@Nullable FreeText reason) implements AssessmentEvent {}
}

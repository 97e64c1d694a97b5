package io.cairn.assessment.assessment;

import static io.cairn.language.AssessmentStatus.CANCELLED;
import static io.cairn.language.AssessmentStatus.FINALIZED;
import static io.cairn.language.AssessmentStatus.OPEN;
import static io.cairn.language.AssessmentStatus.SUBMITTED;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.CarriedAnswer;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Response;
import io.cairn.language.UnitCode;
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
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.agreement.Ballot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is remembered of an assessment because it decides what may happen next: nothing until it is opened. */
public sealed interface AssessmentState {
    AssessmentState NONE = new Unknown();

    record Unknown() implements AssessmentState {}

    /**
     * @param reopened whether it has been finalized before; from then on every changed answer needs a reason
     * @param finalized what counted when it was last reopened; who says otherwise changes it, be it in a first vote
     * @param answers those that count: the shared ones, or what respondents agree on or a facilitator settled
     * @param unconfirmed answers carried over, none of which counts yet
     */
    record Known(
            UnitCode unit,
            ModelRef model,
            Period period,
            AssessmentStatus status,
            boolean reopened,
            Map<QuestionKey, Response> finalized,
            Map<QuestionKey, AgreedAnswer> answers,
            Map<QuestionKey, Answer> unconfirmed,
            Panel panel)
            implements AssessmentState {
        public Known {
            finalized = Map.copyOf(finalized);
            answers = Map.copyOf(answers);
            unconfirmed = Map.copyOf(unconfirmed);
        }

        public Optional<AgreedAnswer> answer(QuestionKey question) {
            return Optional.ofNullable(answers.get(question));
        }

        /** A carried-over answer that waits to be confirmed, changed or withdrawn. */
        public Optional<Answer> unconfirmed(QuestionKey question) {
            return Optional.ofNullable(unconfirmed.get(question));
        }

        /**
         * Whether it says otherwise than what counted when the assessment was last reopened.
         *
         * @param answer null for none
         */
        public boolean corrects(QuestionKey question, @Nullable Answer answer) {
            var before = finalized.get(question);
            return before != null && (answer == null || !before.isSameAs(answer.response()));
        }

        /** Itself, or the refusal of what was attempted ("submit"). */
        public Known when(AssessmentStatus required, String attempted) {
            if (status != required) throw new Rejected(new Rejection.WrongStatus(status, attempted));
            return this;
        }

        private Known at(AssessmentStatus next) {
            return new Known(unit, model, period, next, reopened, finalized, answers, unconfirmed, panel);
        }

        private Known reopen() {
            var counted = new HashMap<QuestionKey, Response>();
            answers.forEach(
                    (question, agreed) -> counted.put(question, agreed.answer().response()));
            return new Known(unit, model, period, OPEN, true, counted, answers, unconfirmed, panel);
        }

        private Known answered(QuestionKey question, @Nullable AgreedAnswer answer) {
            var next = new HashMap<>(answers);
            if (answer == null) next.remove(question);
            else next.put(question, answer);
            return new Known(unit, model, period, status, reopened, finalized, next, unconfirmedBut(question), panel);
        }

        private Map<QuestionKey, Answer> unconfirmedBut(QuestionKey question) {
            if (!unconfirmed.containsKey(question)) return unconfirmed;
            var others = new HashMap<>(unconfirmed);
            others.remove(question);
            return others;
        }

        private Known with(Panel next) {
            return new Known(unit, model, period, status, reopened, finalized, answers, unconfirmed, next);
        }

        /** By one of several respondents, or for all. */
        private Known said(QuestionKey question, @Nullable ActorId respondent, @Nullable Answer answer) {
            return respondent == null
                    ? answered(question, answer == null ? null : agreed(answer, answers.get(question)))
                    : polled(question, ballot -> ballot.voted(respondent, answer));
        }

        private Known polled(QuestionKey question, UnaryOperator<Ballot> change) {
            var standing = answers.get(question);
            var ballot = change.apply(
                    panel.ballot(question).orElseGet(() -> Ballot.over(standing == null ? null : standing.answer())));
            var counted = ballot.counted();
            return answered(question, counted == null ? null : agreed(counted, standing))
                    .with(panel.with(question, ballot));
        }

        /** A reviewer's points stand as long as what counts says the same. */
        private static AgreedAnswer agreed(Answer counted, @Nullable AgreedAnswer standing) {
            if (standing == null || !standing.answer().response().equals(counted.response()))
                return AgreedAnswer.of(counted);
            return new AgreedAnswer(counted, standing.overriddenPoints());
        }

        private Known judged(QuestionKey question, BigDecimal points) {
            return answer(question)
                    .map(it -> answered(question, new AgreedAnswer(it.answer(), points)))
                    .orElse(this);
        }
    }

    default AssessmentState evolve(AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened it ->
                new Known(
                        it.unit(),
                        it.model(),
                        it.period(),
                        OPEN,
                        false,
                        Map.of(),
                        Map.of(),
                        carriedOver(it),
                        Panel.NONE);
            case RespondentAssigned it -> known().with(known().panel().assigned(it.respondent(), it.dimensions()));
            case RespondentUnassigned it -> known().with(known().panel().assigned(it.respondent(), null));
            case AnswerRecorded it -> known().said(it.question(), it.respondent(), it.answer());
            case AnswerChanged it -> known().said(it.question(), it.respondent(), it.answer());
            case AnswerConfirmed it -> known().answered(it.question(), AgreedAnswer.of(it.answer()));
            case AnswerWithdrawn it -> known().said(it.question(), it.respondent(), null);
            case AnswerAgreed it -> known().polled(it.question(), ballot -> ballot.settled(it.answer()));
            case ConsensusRoundStarted it -> known().polled(it.question(), Ballot::reopened);
            case PointsOverridden it -> known().judged(it.question(), it.points());
            case AssessmentSubmitted ignored -> known().at(SUBMITTED);
            case AssessmentReturned ignored -> known().at(OPEN);
            case AssessmentFinalized ignored -> known().at(FINALIZED);
            case AssessmentReopened ignored -> known().reopen();
            case AssessmentCancelled ignored -> known().at(CANCELLED);
        };
    }

    private static Map<QuestionKey, Answer> carriedOver(AssessmentOpened event) {
        return event.carriedOver().stream().collect(Collectors.toMap(CarriedAnswer::question, CarriedAnswer::answer));
    }

    default AssessmentState evolve(List<? extends AssessmentEvent> events) {
        var state = this;
        for (var event : events) state = state.evolve(event);
        return state;
    }

    default Known known() {
        return switch (this) {
            case Unknown ignored -> throw new Rejected(new Rejection.NotFound("assessment"));
            case Known it -> it;
        };
    }
}

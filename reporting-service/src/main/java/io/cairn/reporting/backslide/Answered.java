package io.cairn.reporting.backslide;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
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
import io.cairn.maturity.AgreedAnswer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers that counted when an assessment was finalized last, from its events. */
final class Answered {
    private final Map<QuestionKey, Said> said = new HashMap<>();
    private @Nullable Finalized finalized;

    /** @param answers those that counted */
    record Finalized(AssessmentFinalized event, Map<QuestionKey, AgreedAnswer> answers) {
        Finalized {
            answers = Map.copyOf(answers);
        }
    }

    /** Null when it never was finalized. */
    static @Nullable Finalized last(List<AssessmentEvent> events) {
        var answered = new Answered();
        events.forEach(answered::apply);
        return answered.finalized;
    }

    private void apply(AssessmentEvent event) {
        switch (event) {
            case AssessmentOpened ignored -> said.clear();
            case AnswerRecorded it -> on(it.question()).answered(it.respondent(), it.answer());
            case AnswerChanged it -> on(it.question()).answered(it.respondent(), it.answer());
            case AnswerConfirmed it -> on(it.question()).answered(null, it.answer());
            case AnswerWithdrawn it -> on(it.question()).answered(it.respondent(), null);
            case AnswerAgreed it -> on(it.question()).settled(it.answer());
            case ConsensusRoundStarted it -> on(it.question()).settled(null);
            case PointsOverridden it -> on(it.question()).points = it.points();
            case AssessmentFinalized it -> finalized = new Finalized(it, counted());
            case AssessmentSubmitted ignored -> {}
            case AssessmentReturned ignored -> {}
            case AssessmentReopened ignored -> {}
            case AssessmentCancelled ignored -> {}
            case RespondentAssigned ignored -> {}
            case RespondentUnassigned ignored -> {}
        }
    }

    private Said on(QuestionKey question) {
        return said.computeIfAbsent(question, it -> new Said());
    }

    private Map<QuestionKey, AgreedAnswer> counted() {
        return said.entrySet().stream()
                .filter(it -> it.getValue().counted() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> new AgreedAnswer(
                                java.util.Objects.requireNonNull(it.getValue().counted()), it.getValue().points)));
    }

    /** One question: the answer of all, each respondent's own, and what was settled. */
    private static final class Said {
        private final Map<ActorId, Answer> votes = new TreeMap<>();
        private @Nullable Answer shared;
        private @Nullable Answer agreed;
        private @Nullable BigDecimal points;

        void answered(@Nullable ActorId respondent, @Nullable Answer answer) {
            var before = counted();
            if (respondent == null) shared = answer;
            else if (answer == null) votes.remove(respondent);
            else votes.put(respondent, answer);
            // to the answer of all a reviewer's points end with any change, else with one of what is said
            if (respondent == null || !sameResponse(before, counted())) points = null;
        }

        void settled(@Nullable Answer answer) {
            var before = counted();
            agreed = answer;
            if (!sameResponse(before, counted())) points = null;
        }

        @Nullable
        Answer counted() {
            if (agreed != null) return agreed;
            if (votes.isEmpty()) return shared;
            if (votes.values().stream().map(Said::what).distinct().count() > 1) return null;
            var first = votes.values().iterator().next();
            return votes.size() == 1 ? first : new Answer(first.response(), null, evidence(votes.values()), null);
        }

        private static Object what(Answer answer) {
            return switch (answer.response()) {
                case Response.Given it -> it.value();
                case Response.NotApplicable ignored -> Response.NotApplicable.class;
            };
        }

        private static List<Evidence> evidence(Collection<Answer> same) {
            return same.stream()
                    .flatMap(it -> it.evidence().stream())
                    .distinct()
                    .limit(20)
                    .toList();
        }

        private static boolean sameResponse(@Nullable Answer before, @Nullable Answer after) {
            return before != null && after != null && before.response().equals(after.response());
        }
    }
}

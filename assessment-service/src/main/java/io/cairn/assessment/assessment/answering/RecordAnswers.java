package io.cairn.assessment.assessment.answering;

import io.cairn.assessment.assessment.AssessmentCommand;
import io.cairn.assessment.assessment.AssessmentState;
import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.AnswerSource;
import io.cairn.language.AssessmentStatus;
import io.cairn.language.FreeText;
import io.cairn.language.InvalidValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.Response;
import io.cairn.language.TenantId;
import io.cairn.language.event.AssessmentEvent;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.agreement.Ballot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One or several questions are answered, all or nothing. An answer that says what the one before it said changes nothing.
 * Once respondents are assigned, only they answer, each with their own.
 */
public record RecordAnswers(TenantId tenant, UUID assessment, ActorId by, List<Entry> entries)
        implements AssessmentCommand {
    public RecordAnswers {
        entries = List.copyOf(entries);
    }

    /** @param reason why an answer that was there changes, or why one is given at all */
    public record Entry(
            QuestionKey question,
            Answer answer,
            @Nullable FreeText reason,
            @Nullable AnswerSource source) {}

    /** A refused entry is named by {@link Rejection.InEntry}. */
    public static List<AssessmentEvent> decide(RecordAnswers command, AssessmentState state, MaturityModel model) {
        var assessment = state.known().when(AssessmentStatus.OPEN, "answer");
        var decided = new ArrayList<AssessmentEvent>();
        var seen = new HashSet<QuestionKey>();
        for (var index = 0; index < command.entries().size(); index++) {
            var entry = command.entries().get(index);
            try {
                if (!seen.add(entry.question())) throw new Rejected(new Rejection.SameQuestionTwice(entry.question()));
                decide(entry, command.by(), assessment, model).ifPresent(decided::add);
            } catch (Rejected refused) {
                throw new Rejected(new Rejection.InEntry("answers", index, refused.reason()));
            }
        }
        return decided;
    }

    private static Optional<AssessmentEvent> decide(
            Entry entry, ActorId by, AssessmentState.Known assessment, MaturityModel model) {
        var answer = accepted(entry, model);
        var respondent = respondent(entry.question(), by, assessment, model);
        var before = said(entry.question(), respondent, assessment);
        if (answer.equals(before)) return Optional.empty();
        if (entry.reason() == null
                && (before == null ? assessment.corrects(entry.question(), answer) : assessment.reopened()))
            throw new Rejected(
                    new Rejection.ReasonRequired("a changed answer of a reopened assessment needs a reason"));
        if (before == null) return Optional.of(first(entry, answer, respondent, assessment));
        return Optional.of(
                new AnswerChanged(entry.question(), before, answer, entry.reason(), entry.source(), respondent));
    }

    /** Whose own answer it is; null where there is one for all. */
    public static @Nullable ActorId respondent(
            QuestionKey question, ActorId by, AssessmentState.Known assessment, MaturityModel model) {
        var panel = assessment.panel();
        if (panel.shared()) return null;
        for (var dimension : model.dimensions())
            for (var asked : dimension.questions())
                if (asked.key().equals(question) && panel.isAssigned(by, dimension.key())) {
                    if (panel.ballot(question).map(Ballot::agreed).isPresent())
                        throw new Rejected(new Rejection.QuestionIsSettled(question));
                    return by;
                }
        throw new Rejected(new Rejection.NotAssigned(question));
    }

    static @Nullable Answer said(QuestionKey question, @Nullable ActorId respondent, AssessmentState.Known assessment) {
        return (respondent == null
                        ? assessment.answer(question).map(AgreedAnswer::answer)
                        : assessment.panel().vote(question, respondent))
                .orElse(null);
    }

    private static AssessmentEvent first(
            Entry entry, Answer answer, @Nullable ActorId respondent, AssessmentState.Known assessment) {
        var carried = respondent == null ? assessment.unconfirmed(entry.question()) : Optional.<Answer>empty();
        return carried.map(it -> told(entry, it, answer))
                .orElseGet(
                        () -> new AnswerRecorded(entry.question(), answer, entry.source(), respondent, entry.reason()));
    }

    /** What an answer says of the one carried over. */
    private static AssessmentEvent told(Entry entry, Answer carried, Answer answer) {
        return carried.equals(answer)
                ? new AnswerConfirmed(entry.question(), carried)
                : new AnswerChanged(entry.question(), carried, answer, entry.reason(), entry.source());
    }

    /** The answer as its question's scale keeps it. */
    public static Answer accepted(Entry entry, MaturityModel model) {
        var question = model.question(entry.question())
                .orElseThrow(() -> new Rejected(new Rejection.UnknownQuestion(entry.question())));
        var answer = onScale(question, entry.answer());
        if (answer.evidence().isEmpty() && needsEvidence(question, answer.response()))
            throw new Rejected(new Rejection.EvidenceRequired(question.key()));
        return answer;
    }

    /** The answer on its question's scale, whether or not there is evidence for it. */
    public static Answer onScale(Question question, Answer answer) {
        return switch (answer.response()) {
            case Response.NotApplicable ignored -> {
                if (!question.notApplicableAllowed()) throw new Rejected(new Rejection.MustApply(question.key()));
                yield answer;
            }
            case Response.Given given -> {
                try {
                    yield answer.with(new Response.Given(question.scale().accept(given.value())));
                } catch (InvalidValue e) {
                    throw new Rejected(new Rejection.OutsideScale(question.key(), String.valueOf(e.getMessage())));
                }
            }
        };
    }

    /** What claims nothing needs nothing to support it. */
    private static boolean needsEvidence(Question question, Response response) {
        return question.evidenceRequired()
                && response instanceof Response.Given given
                && question.scale().value(given.value()) > 0;
    }
}

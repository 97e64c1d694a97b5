package io.cairn.maturity;

import io.cairn.language.Answer;
import io.cairn.language.Evidence;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What counts of the answers to one model on one day: conditions between questions and expired evidence are settled
 * here, so that stages and scores need not know of them.
 */
final class Judging {
    private final MaturityModel model;
    private final Map<QuestionKey, AgreedAnswer> answers;
    private final LocalDate asOf;

    Judging(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate asOf) {
        this.model = model;
        this.answers = answers;
        this.asOf = asOf;
    }

    Judged counted(Question question) {
        var judged = said(question);
        return hasLostItsEvidence(question) ? judged.times(model.expiredEvidence()) : judged;
    }

    /** The answers that count for something, be it as n/a. */
    List<Answer> answers() {
        return model.questions().values().stream()
                .filter(this::isAsked)
                .map(question -> answers.get(question.key()))
                .filter(Objects::nonNull)
                .map(AgreedAnswer::answer)
                .toList();
    }

    static boolean holds(Evidence evidence, LocalDate asOf) {
        return evidence.expires() == null || !evidence.expires().isBefore(asOf);
    }

    /** Whether the question is asked follows from what was said to the other one, whatever has expired since. */
    private Judged said(Question question) {
        return isAsked(question) ? Judged.of(question, answers.get(question.key())) : Judged.none(question);
    }

    /**
     * While the other question is unanswered this one is asked, or leaving a question open would be a way to be spared
     * those behind it. It is not asked when the other does not apply. A reviewer's points count in any case.
     */
    private boolean isAsked(Question question) {
        var condition = question.dependsOn();
        if (condition == null || isOverridden(answers.get(question.key()))) return true;
        var other = said(model.question(condition.question()).orElseThrow());
        return other.applicable() && (!other.answered() || condition.holds(other.value()));
    }

    private static boolean isOverridden(@Nullable AgreedAnswer answer) {
        return answer != null && answer.overriddenPoints() != null;
    }

    private boolean hasLostItsEvidence(Question question) {
        return hasLostItsEvidence(model, question, answers.get(question.key()), asOf);
    }

    static boolean hasLostItsEvidence(
            MaturityModel model, Question question, @Nullable AgreedAnswer answer, LocalDate asOf) {
        return question.evidenceRequired()
                && model.expiredEvidence() != 1
                && answer != null
                && !isOverridden(answer)
                && answer.answer().response() instanceof Response.Given
                && answer.answer().evidence().stream().noneMatch(evidence -> holds(evidence, asOf));
    }
}

package io.cairn.reporting.difference;

import io.cairn.eventstore.StoredEvent;
import io.cairn.language.Answer;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.Event;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Dimension;
import io.cairn.maturity.Figures;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scoring;
import io.cairn.reporting.difference.Cause.Kind;
import io.cairn.reporting.past.PastAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From one set of answers to another under one version of a model, question by question in its order.
 *
 * @param before with the day on which its evidence is judged
 * @param after as answers to the version of {@code before}
 * @param said what the answers of {@code after} were said by, where their questions bear the same keys
 * @param last what was said or unsaid last to those that have no answer any more
 */
record Causes(
        Map<QuestionKey, AgreedAnswer> before,
        LocalDate dayBefore,
        Scored after,
        Map<QuestionKey, PastAnswer> said,
        Map<QuestionKey, StoredEvent> last) {

    List<Cause> all() {
        var causes = new ArrayList<Cause>();
        for (var dimension : after.model().dimensions())
            for (var question : dimension.questions()) {
                var cause = cause(dimension, question);
                if (cause != null) causes.add(cause);
            }
        return causes;
    }

    /** Those of a model's questions that counted an answer before and count none after. */
    static List<QuestionKey> gone(
            MaturityModel model, Map<QuestionKey, AgreedAnswer> before, Map<QuestionKey, AgreedAnswer> after) {
        return model.questions().keySet().stream()
                .filter(it -> before.containsKey(it) && !after.containsKey(it))
                .toList();
    }

    private @Nullable Cause cause(Dimension dimension, Question question) {
        var was = before.get(question.key());
        var is = after.answers().get(question.key());
        var kind = kind(was, is);
        if (kind != null)
            return told(
                    kind,
                    dimension,
                    question,
                    bare(was),
                    bare(is),
                    source(question, is),
                    after.worth(question.key(), was));
        if (was == null || is == null) return null;
        if (!samePoints(was, is)) return overridden(dimension, question, was, is);
        return evidence(dimension, question, was, is);
    }

    private static @Nullable Kind kind(@Nullable AgreedAnswer was, @Nullable AgreedAnswer is) {
        var one = was == null ? null : was.answer().response();
        var other = is == null ? null : is.answer().response();
        if (Objects.equals(one, other)) return null;
        var spared = one instanceof Response.NotApplicable;
        var sparedNow = other instanceof Response.NotApplicable;
        if (spared || sparedNow) return spared && sparedNow ? null : Kind.SCOPE_CHANGED;
        if (one == null) return Kind.ANSWERED;
        return other == null ? Kind.UNANSWERED : Kind.ANSWER_CHANGED;
    }

    private static boolean samePoints(AgreedAnswer was, AgreedAnswer is) {
        var one = was.overriddenPoints();
        var other = is.overriddenPoints();
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private Cause overridden(Dimension dimension, Question question, AgreedAnswer was, AgreedAnswer is) {
        var now = said.get(question.key());
        return told(
                Kind.POINTS_OVERRIDDEN,
                dimension,
                question,
                Scoring.points(question, was),
                Scoring.points(question, is),
                now == null || now.judged() == null ? source(question, is) : now.judged(),
                after.worth(question.key(), was));
    }

    /** The same answer counts otherwise: its evidence holds no longer on the day, or holds again. */
    private @Nullable Cause evidence(Dimension dimension, Question question, AgreedAnswer was, AgreedAnswer is) {
        var model = after.model();
        var counted = Scoring.worth(model, question, was, dayBefore).counted();
        var counts = Scoring.worth(model, question, is, after.day()).counted();
        if (Math.abs(counted - counts) <= Figures.TOLERANCE) return null;
        var expired = counts < counted;
        return told(
                expired ? Kind.EVIDENCE_EXPIRED : Kind.EVIDENCE_RENEWED,
                dimension,
                question,
                Figures.shown(counted),
                Figures.shown(counts),
                is.answer().evidence().equals(was.answer().evidence()) ? null : source(question, is),
                after.worth(question.key(), expired ? lasting(was) : was));
    }

    private static AgreedAnswer lasting(AgreedAnswer answer) {
        var it = answer.answer();
        var evidence = it.evidence().stream()
                .map(link -> new Evidence(link.url(), link.title(), null))
                .toList();
        return new AgreedAnswer(
                new Answer(it.response(), it.rationale(), evidence, it.certainty()), answer.overriddenPoints());
    }

    private @Nullable StoredEvent source(Question question, @Nullable AgreedAnswer is) {
        if (is == null) return last.get(question.key());
        var now = said.get(question.key());
        return now == null ? null : now.said();
    }

    private static Cause told(
            Kind kind,
            Dimension dimension,
            Question question,
            @Nullable Object from,
            @Nullable Object to,
            @Nullable StoredEvent source,
            Cause.Worth worth) {
        return new Cause(
                kind,
                question.key(),
                dimension.key().value(),
                from,
                to,
                source == null ? null : source.origin().actor().value(),
                source == null ? null : source.recordedAt(),
                source == null ? null : reason(source.event()),
                source == null ? null : source.position(),
                worth);
    }

    private static @Nullable FreeText reason(Event event) {
        if (event instanceof AnswerChanged it) return it.reason();
        if (event instanceof AnswerAgreed it) return it.reason();
        if (event instanceof AnswerWithdrawn it) return it.reason();
        if (event instanceof ConsensusRoundStarted it) return it.reason();
        if (event instanceof PointsOverridden it) return it.reason();
        return null;
    }

    private static @Nullable Object bare(@Nullable AgreedAnswer agreed) {
        if (agreed == null) return null;
        return switch (agreed.answer().response()) {
            case Response.Given it -> it.value();
            case Response.NotApplicable it -> it;
        };
    }
}

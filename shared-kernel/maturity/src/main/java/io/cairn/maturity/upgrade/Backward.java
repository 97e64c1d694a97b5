package io.cairn.maturity.upgrade;

import io.cairn.language.AnswerValue;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Question;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From answers to the newer version to an answer to the older one. Where several were possible it is the one that
 * changes least: an answer that would have carried over as what is answered now has not changed.
 */
final class Backward {
    private Backward() {}

    /** @param sources of a question of the newer version; empty when the newer answers do not tell */
    static Optional<AgreedAnswer> told(
            Question question,
            List<Link> targets,
            Function<QuestionKey, List<Link>> sources,
            Map<QuestionKey, AgreedAnswer> answers,
            Map<QuestionKey, AgreedAnswer> before) {
        var now = targets.stream()
                .flatMap(it -> Optional.ofNullable(answers.get(it.to().key())).stream())
                .toList();
        if (targets.isEmpty() || now.size() < targets.size()) return Optional.empty();
        var was = before.get(question.key());
        var only = targets.size() == 1
                && sources.apply(targets.getFirst().to().key()).size() == 1;
        if (was != null && hasNotChanged(targets, now, sources, before))
            return Optional.of(
                    only
                            ? alone(
                                    targets.getFirst(),
                                    now.getFirst(),
                                    was.answer().response())
                            : was);
        if (!only) return ofParts(question, targets, now, was);
        return response(question, targets.getFirst(), now.getFirst().answer().response(), was)
                .map(it -> alone(targets.getFirst(), now.getFirst(), it));
    }

    private static boolean hasNotChanged(
            List<Link> targets,
            List<AgreedAnswer> now,
            Function<QuestionKey, List<Link>> sources,
            Map<QuestionKey, AgreedAnswer> before) {
        for (var i = 0; i < targets.size(); i++)
            if (!Forward.comesTo(
                    now.get(i).answer().response(),
                    sources.apply(targets.get(i).to().key()),
                    before)) return false;
        return true;
    }

    /** With its evidence, and a reviewer's points as the share they are of the question's weight. */
    private static AgreedAnswer alone(Link link, AgreedAnswer now, Response said) {
        return new AgreedAnswer(now.answer().with(said), points(link, now.overriddenPoints()));
    }

    private static Optional<Response> response(Question question, Link link, Response now, @Nullable AgreedAnswer was) {
        return switch (now) {
            case Response.NotApplicable it -> question.notApplicableAllowed() ? Optional.of(it) : Optional.empty();
            case Response.Given given -> nearest(link, given.value(), was).map(Response.Given::new);
        };
    }

    /** Of the answers that may have said it the one worth most nearly what was answered before; without that, the least. */
    private static Optional<AnswerValue> nearest(Link link, AnswerValue now, @Nullable AgreedAnswer was) {
        var possible = link.conversion().back(now);
        if (was != null && was.answer().response() instanceof Response.Given given) {
            var worth = link.worth(given.value());
            return possible.stream()
                    .min(Comparator.comparingDouble((AnswerValue it) -> Math.abs(link.worth(it) - worth))
                            .thenComparingDouble(link::worth));
        }
        return possible.stream().min(Comparator.comparingDouble(link::worth));
    }

    /** What was asked together holds as far as its least part does; a part that does not apply has no say. */
    private static Optional<AgreedAnswer> ofParts(
            Question question, List<Link> targets, List<AgreedAnswer> now, @Nullable AgreedAnswer was) {
        var parts = new ArrayList<AgreedAnswer>();
        for (var i = 0; i < targets.size(); i++) {
            var part = now.get(i).answer();
            var response = response(question, targets.get(i), part.response(), was);
            if (response.isEmpty()) return Optional.empty();
            parts.add(AgreedAnswer.of(part.with(response.get())));
        }
        return parts.stream()
                .filter(it -> it.answer().response() instanceof Response.Given)
                .min(Comparator.comparingDouble(it -> worth(question, it)))
                .or(() -> Optional.of(parts.getFirst()));
    }

    private static double worth(Question question, AgreedAnswer part) {
        return part.answer().response() instanceof Response.Given given
                ? question.scale().value(given.value())
                : 0;
    }

    private static @Nullable BigDecimal points(Link link, @Nullable BigDecimal points) {
        if (points == null || link.to().weight() == 0) return null;
        return points.multiply(BigDecimal.valueOf(link.from().weight()))
                .divide(BigDecimal.valueOf(link.to().weight()), MathContext.DECIMAL64);
    }
}

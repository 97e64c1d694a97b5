package io.cairn.maturity.upgrade;

import io.cairn.language.Answer;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From answers to the older version to an answer to the newer one. */
final class Forward {
    private Forward() {}

    static Carried carried(Question question, List<Link> sources, Map<QuestionKey, AgreedAnswer> answers) {
        if (sources.isEmpty()) return none(question, Obstacle.NEW);
        if (sources.stream().anyMatch(it -> !answers.containsKey(it.from().key())))
            return none(question, Obstacle.NOT_ANSWERED);
        var said = sources.stream().map(it -> said(it, answers)).toList();
        if (said.stream().anyMatch(Optional::isEmpty)) return none(question, Obstacle.NO_COUNTERPART);
        var all = said.stream().flatMap(Optional::stream).toList();
        var first = all.getFirst();
        if (all.stream().anyMatch(it -> !isSame(it.response(), first.response())))
            return none(question, Obstacle.DIFFERENT_ANSWERS);
        if (first.response() instanceof Response.NotApplicable && !question.notApplicableAllowed())
            return none(question, Obstacle.MUST_APPLY);
        if (lacksEvidence(question, first)) return none(question, Obstacle.EVIDENCE_REQUIRED);
        return new Carried(question.key(), first, null);
    }

    /** Whether an answer says what carrying over those before it would. */
    static boolean comesTo(Response now, List<Link> sources, Map<QuestionKey, AgreedAnswer> answers) {
        return sources.stream()
                .allMatch(it -> answers.containsKey(it.from().key())
                        && said(it, answers)
                                .filter(answer -> isSame(answer.response(), now))
                                .isPresent());
    }

    private static Optional<Answer> said(Link link, Map<QuestionKey, AgreedAnswer> answers) {
        var agreed = answers.get(link.from().key());
        if (agreed == null) return Optional.empty();
        var answer = agreed.answer();
        return switch (answer.response()) {
            case Response.NotApplicable ignored -> Optional.of(answer);
            case Response.Given given ->
                link.conversion().forward(given.value()).map(value -> answer.with(new Response.Given(value)));
        };
    }

    /** Not applicable is not applicable, for whatever reason. */
    private static boolean isSame(Response one, Response other) {
        return one.equals(other) || (one instanceof Response.NotApplicable && other instanceof Response.NotApplicable);
    }

    /** As when an answer is recorded: what claims nothing needs nothing to support it. */
    private static boolean lacksEvidence(Question question, Answer answer) {
        return question.evidenceRequired()
                && answer.evidence().isEmpty()
                && answer.response() instanceof Response.Given given
                && question.scale().value(given.value()) > 0;
    }

    private static Carried none(Question question, Obstacle obstacle) {
        return new Carried(question.key(), null, obstacle);
    }
}

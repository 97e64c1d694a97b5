package io.cairn.maturity.agreement;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.Evidence;
import io.cairn.language.FreeText;
import io.cairn.language.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What respondents say to one question.
 *
 * @param shared what was answered before anybody had an own answer; counts again when nobody has
 * @param votes each respondent's own answer
 * @param agreed what the facilitator settled
 * @param inRound whether a consensus round is on: respondents see all votes and may change their own
 */
public record Ballot(
        @Nullable Answer shared,
        Map<ActorId, Answer> votes,
        @Nullable Answer agreed,
        boolean inRound) {
    public Ballot {
        votes = Map.copyOf(votes);
    }

    public static Ballot over(@Nullable Answer shared) {
        return new Ballot(shared, Map.of(), null, false);
    }

    /** What counts: what was settled, else what all who voted say; null while they differ. */
    public @Nullable Answer counted() {
        if (agreed != null) return agreed;
        if (votes.isEmpty()) return shared;
        return differs() ? null : joint(inOrder().values());
    }

    /** Whether somebody has to settle what counts. */
    public boolean unsettled() {
        return agreed == null && differs();
    }

    /** Whether a respondent's vote may be seen by the others: before that it would lead them. */
    public boolean disclosed() {
        return agreed != null || inRound;
    }

    /** That a question does not apply is the same for every reason. */
    private boolean differs() {
        return votes.values().stream().map(Ballot::said).distinct().count() > 1;
    }

    private static Object said(Answer answer) {
        return switch (answer.response()) {
            case Response.Given it -> it.value();
            case Response.NotApplicable ignored -> Response.NotApplicable.class;
        };
    }

    public Map<ActorId, Answer> inOrder() {
        return new TreeMap<>(votes);
    }

    /** The answer of all who say the same: the first rationale there is, everybody's evidence, the median certainty. */
    private static Answer joint(Collection<Answer> same) {
        var first = same.iterator().next();
        return same.size() == 1
                ? first
                : new Answer(first.response(), rationale(same), evidence(same), certainty(same));
    }

    private static @Nullable FreeText rationale(Collection<Answer> votes) {
        for (var vote : votes) if (vote.rationale() != null) return vote.rationale();
        return null;
    }

    /** As much of everybody's as an answer holds. */
    public static List<Evidence> evidence(Collection<Answer> votes) {
        return votes.stream()
                .flatMap(vote -> vote.evidence().stream())
                .distinct()
                .limit(20)
                .toList();
    }

    /** The lower median of those stated. */
    public static @Nullable Integer certainty(Collection<Answer> votes) {
        var stated = votes.stream()
                .map(Answer::certainty)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return stated.isEmpty() ? null : stated.get((stated.size() - 1) / 2);
    }

    /** Whether there is nothing to remember. Not called like a property, or snapshots would hold it. */
    public boolean untouched() {
        return votes.isEmpty() && agreed == null && !inRound;
    }

    public Ballot voted(ActorId respondent, @Nullable Answer vote) {
        var next = new HashMap<>(votes);
        if (vote == null) next.remove(respondent);
        else next.put(respondent, vote);
        return new Ballot(shared, next, agreed, inRound);
    }

    public Ballot settled(Answer answer) {
        return new Ballot(shared, votes, answer, false);
    }

    public Ballot reopened() {
        return new Ballot(shared, votes, null, true);
    }
}

package io.cairn.assessment.assessment;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.DimensionKey;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.agreement.Ballot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked to answer an assessment, and what each said. While it is empty the assessment has one shared answer per
 * question; as soon as somebody is assigned, each respondent has their own.
 *
 * @param respondents with the dimensions they answer; none means all
 */
public record Panel(Map<ActorId, Set<DimensionKey>> respondents, Map<QuestionKey, Ballot> ballots) {
    static final Panel NONE = new Panel(Map.of(), Map.of());

    public Panel {
        respondents = Map.copyOf(respondents);
        ballots = Map.copyOf(ballots);
    }

    /** Whether there is one answer for all. Not after the last respondent went: what they said stays theirs. */
    public boolean shared() {
        return respondents.isEmpty() && ballots.isEmpty();
    }

    public boolean isAssigned(ActorId who, DimensionKey dimension) {
        var dimensions = respondents.get(who);
        return dimensions != null && (dimensions.isEmpty() || dimensions.contains(dimension));
    }

    public Optional<Ballot> ballot(QuestionKey question) {
        return Optional.ofNullable(ballots.get(question));
    }

    public Optional<Answer> vote(QuestionKey question, ActorId respondent) {
        return ballot(question).map(it -> it.votes().get(respondent));
    }

    public Map<QuestionKey, Map<ActorId, Answer>> votes() {
        var votes = new HashMap<QuestionKey, Map<ActorId, Answer>>();
        ballots.forEach((question, ballot) -> votes.put(question, ballot.votes()));
        return votes;
    }

    /** In the order of their keys. */
    public List<QuestionKey> unsettled() {
        return ballots.entrySet().stream()
                .filter(it -> it.getValue().unsettled())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    int size() {
        return ballots.values().stream().mapToInt(it -> it.votes().size()).sum();
    }

    /** @param dimensions null when the respondent answers no more */
    Panel assigned(ActorId respondent, @Nullable Collection<DimensionKey> dimensions) {
        var next = new HashMap<>(respondents);
        if (dimensions == null) next.remove(respondent);
        else next.put(respondent, Set.copyOf(dimensions));
        return new Panel(next, ballots);
    }

    Panel with(QuestionKey question, Ballot ballot) {
        var next = new HashMap<>(ballots);
        if (ballot.untouched()) next.remove(question);
        else next.put(question, ballot);
        return new Panel(respondents, next);
    }
}

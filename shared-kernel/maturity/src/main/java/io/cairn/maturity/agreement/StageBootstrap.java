package io.cairn.maturity.agreement;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.Response;
import io.cairn.language.StageRef;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Question;
import io.cairn.maturity.Scoring;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How sure a stage is when other people of the same kind might have been asked: respondents are drawn with replacement,
 * as many as there are, each question's answer is the median of the drawn ones' votes, and the share of draws that come
 * to a stage is its probability (B. Efron, Bootstrap Methods, Annals of Statistics 7 (1979), 1–26). The seed is fixed:
 * the same votes always give the same figures.
 */
public final class StageBootstrap {
    static final int DRAWS = 1000;
    private static final long SEED = 20261122;

    private final MaturityModel model;
    private final Map<QuestionKey, AgreedAnswer> fixed;
    private final List<Poll> polls;
    private final int respondents;
    private final LocalDate asOf;

    private StageBootstrap(
            MaturityModel model,
            Map<QuestionKey, AgreedAnswer> fixed,
            List<Poll> polls,
            int respondents,
            LocalDate asOf) {
        this.asOf = asOf;
        this.model = model;
        this.fixed = fixed;
        this.polls = polls;
        this.respondents = respondents;
    }

    /**
     * The stages that draws come to, the most probable first; none when fewer than two respondents voted.
     *
     * @param counted the answers that count, for questions that nobody voted on or whose points a reviewer gave
     * @param asOf the day on which evidence counts as fresh or expired
     */
    public static List<Profile.StageChance> stages(
            MaturityModel model,
            Map<QuestionKey, AgreedAnswer> counted,
            Map<QuestionKey, Map<ActorId, Answer>> votes,
            LocalDate asOf) {
        var respondents = new ArrayList<>(new TreeSet<>(votes.values().stream()
                .flatMap(ballot -> ballot.keySet().stream())
                .toList()));
        if (respondents.size() < 2) return List.of();
        var fixed = new HashMap<>(counted);
        var polls = new ArrayList<Poll>();
        for (var question : model.questions().values()) {
            var answer = counted.get(question.key());
            var ballot = votes.getOrDefault(question.key(), Map.of());
            if (ballot.isEmpty() || (answer != null && answer.overriddenPoints() != null)) continue;
            fixed.remove(question.key());
            polls.add(Poll.of(question, ballot, respondents));
        }
        return new StageBootstrap(model, fixed, polls, respondents.size(), asOf).stages();
    }

    private List<Profile.StageChance> stages() {
        var random = new Random(SEED);
        var found = new HashMap<@Nullable StageRef, Integer>();
        for (var draw = 0; draw < DRAWS; draw++) {
            var drawn = new int[respondents];
            for (var i = 0; i < respondents; i++) drawn[random.nextInt(respondents)]++;
            found.merge(stage(drawn), 1, Integer::sum);
        }
        return found.entrySet().stream()
                .map(it -> new Profile.StageChance(it.getKey(), (double) it.getValue() / DRAWS))
                .sorted(Comparator.comparingDouble(Profile.StageChance::probability)
                        .reversed()
                        .thenComparing(
                                it -> it.stage() == null ? -1 : it.stage().ordinal()))
                .toList();
    }

    private @Nullable StageRef stage(int[] drawn) {
        var answers = new HashMap<>(fixed);
        for (var poll : polls) {
            var answer = poll.median(drawn);
            if (answer != null) answers.put(poll.question(), answer);
        }
        return Scoring.stage(model, answers, asOf);
    }

    /** One question's votes, those worth least first and n/a last, each with the place of its respondent. */
    private record Poll(QuestionKey question, List<AgreedAnswer> votes, int[] voters, int values) {
        static Poll of(Question question, Map<ActorId, Answer> ballot, List<ActorId> respondents) {
            var voters = respondents.stream()
                    .filter(ballot::containsKey)
                    .sorted(Comparator.comparingDouble(it -> order(question, ballot.get(it))))
                    .toList();
            var votes = voters.stream()
                    .map(it -> AgreedAnswer.of(java.util.Objects.requireNonNull(ballot.get(it))))
                    .toList();
            var values = (int) votes.stream()
                    .filter(it -> it.answer().response() instanceof Response.Given)
                    .count();
            return new Poll(
                    question.key(),
                    votes,
                    voters.stream()
                            .mapToInt(it -> java.util.Collections.binarySearch(respondents, it))
                            .toArray(),
                    values);
        }

        private static double order(Question question, @Nullable Answer answer) {
            return answer != null && answer.response() instanceof Response.Given it
                    ? question.scale().value(it.value())
                    : Double.MAX_VALUE;
        }

        /** As {@link Votes#median} of the drawn; null when none of them voted. */
        @Nullable
        AgreedAnswer median(int[] drawn) {
            var given = sum(drawn, 0, values);
            var spared = sum(drawn, values, voters.length);
            if (given + spared == 0) return null;
            if (given < spared) return votes.getLast();
            var middle = (given - 1) / 2;
            var seen = 0;
            for (var i = 0; i < values; i++) {
                seen += drawn[voters[i]];
                if (seen > middle) return votes.get(i);
            }
            throw new IllegalStateException("a median lies among its votes");
        }

        private int sum(int[] drawn, int from, int to) {
            var sum = 0;
            for (var i = from; i < to; i++) sum += drawn[voters[i]];
            return sum;
        }
    }
}

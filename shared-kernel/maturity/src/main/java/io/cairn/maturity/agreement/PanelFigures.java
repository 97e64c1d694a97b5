package io.cairn.maturity.agreement;

import io.cairn.language.ActorId;
import io.cairn.language.Answer;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.MaturityModel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the votes of several respondents add to a profile. */
public final class PanelFigures {
    private PanelFigures() {}

    /**
     * The profile with the agreement of its respondents; as it is when fewer than two voted.
     *
     * @param counted the answers the profile is of
     * @param votes of each question, by respondent
     * @param asOf the day on which evidence counts as fresh or expired
     */
    public static Profile added(
            Profile profile,
            MaturityModel model,
            Map<QuestionKey, AgreedAnswer> counted,
            Map<QuestionKey, Map<ActorId, Answer>> votes,
            LocalDate asOf) {
        var respondents = respondents(votes.values());
        if (respondents.size() < 2) return profile;
        var questions = questions(model, votes);
        var alpha = Votes.among(questions);
        var it = profile.confidence();
        var panel = new Profile.Panel(
                respondents.size(),
                word(alpha.undefined()),
                shown(median(questions)),
                StageBootstrap.stages(model, counted, votes, asOf));
        return profile.with(
                new Profile.Confidence(it.coverage(), it.certainty(), it.freshness(), shown(alpha.value()), panel));
    }

    private static Set<ActorId> respondents(Collection<Map<ActorId, Answer>> ballots) {
        var all = new TreeSet<ActorId>();
        ballots.forEach(ballot -> all.addAll(ballot.keySet()));
        return all;
    }

    private static List<Votes> questions(MaturityModel model, Map<QuestionKey, Map<ActorId, Answer>> votes) {
        return model.questions().values().stream()
                .map(question -> Votes.of(
                        question, votes.getOrDefault(question.key(), Map.of()).values()))
                .toList();
    }

    private static @Nullable Double median(List<Votes> questions) {
        var figures = questions.stream()
                .map(votes -> votes.within().value())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (figures.isEmpty()) return null;
        return (figures.get((figures.size() - 1) / 2) + figures.get(figures.size() / 2)) / 2;
    }

    private static @Nullable Double shown(@Nullable Double figure) {
        return figure == null ? null : (Double) (Math.round(figure * 1e9) / 1e9);
    }

    private static @Nullable String word(Coefficient.@Nullable Why why) {
        return why == null ? null : why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.cairn.maturity;

import io.cairn.language.Answer;
import io.cairn.language.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** How far a profile can be trusted; four figures, never one. */
final class ConfidenceFigures {
    private ConfidenceFigures() {}

    static Profile.Confidence of(double coverage, List<Answer> answers, LocalDate asOf) {
        return new Profile.Confidence(Figures.shown(coverage), certainty(answers), freshness(answers, asOf), null);
    }

    /** The mean of the certainties that were stated, 1..5 brought to 0..1: a guess is 0, certain is 1. */
    private static @Nullable Double certainty(List<Answer> answers) {
        return mean(answers.stream()
                .map(Answer::certainty)
                .filter(Objects::nonNull)
                .mapToDouble(certainty -> (certainty - 1) / 4.0));
    }

    /** The share of evidence links that still hold on the day; one without an end always does. */
    private static @Nullable Double freshness(List<Answer> answers, LocalDate asOf) {
        return mean(answers.stream()
                .flatMap(answer -> answer.evidence().stream())
                .mapToDouble(evidence -> Judging.holds(evidence, asOf) ? 1 : 0));
    }

    private static @Nullable Double mean(DoubleStream figures) {
        var mean = figures.average();
        return mean.isPresent() ? (Double) Figures.shown(mean.getAsDouble()) : null;
    }
}

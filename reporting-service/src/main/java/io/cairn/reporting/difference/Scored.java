package io.cairn.reporting.difference;

import io.cairn.language.Comparison;
import io.cairn.language.Profile;
import io.cairn.language.QuestionKey;
import io.cairn.language.StageRef;
import io.cairn.maturity.AgreedAnswer;
import io.cairn.maturity.Figures;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.Scoring;
import io.cairn.maturity.upgrade.Results;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers with what they come to on a day, and would come to were one of them another. */
record Scored(
        MaturityModel model,
        Map<QuestionKey, AgreedAnswer> answers,
        LocalDate day,
        Profile profile,
        Comparison.Result result) {
    static Scored of(MaturityModel model, Map<QuestionKey, AgreedAnswer> answers, LocalDate day) {
        var profile = Scoring.profile(model, answers, day);
        return new Scored(model, answers, day, profile, Results.of(model, profile));
    }

    /** What the answer is worth as it is, rather than as {@code other}. */
    Cause.Worth worth(QuestionKey question, @Nullable AgreedAnswer other) {
        var without = new HashMap<>(answers);
        if (other == null) without.remove(question);
        else without.put(question, other);
        var then = of(model, without, day);
        return worth(
                minus(result.score(), then.result.score()),
                minus(result.share(), then.result.share()),
                minus(dimension(question), then.dimension(question)),
                then.result.stage());
    }

    Cause.Worth worth(
            @Nullable Double score, @Nullable Double share, @Nullable Double dimension, @Nullable StageRef without) {
        return new Cause.Worth(score, share, dimension, without, !Objects.equals(without, result.stage()));
    }

    private @Nullable Double dimension(QuestionKey question) {
        for (var i = 0; i < model.dimensions().size(); i++)
            if (model.dimensions().get(i).questions().stream()
                    .anyMatch(it -> it.key().equals(question)))
                return profile.dimensions().get(i).score();
        return null;
    }

    static @Nullable Double minus(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? null : (Double) Figures.shown(one - other);
    }
}

package io.cairn.maturity.upgrade;

import io.cairn.language.Comparison;
import io.cairn.language.Profile;
import io.cairn.maturity.MaturityModel;
import io.cairn.maturity.ScoringPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What of a profile can be held against that of another version. */
public final class Results {
    private static final int DECIMALS = 9;

    private Results() {}

    /** @param model under which the profile was scored */
    public static Comparison.Result of(MaturityModel model, Profile profile) {
        var overall = profile.overall();
        var stage = overall.stage();
        return new Comparison.Result(
                overall.score(), overall.max(), share(model, overall), stage == null ? null : stage.ref());
    }

    private static @Nullable Double share(MaturityModel model, Profile.Overall overall) {
        return share(model, overall.score(), overall.max());
    }

    /** A score on the model's scale, from 0, the least, to 1, the most; null where there is none. */
    public static @Nullable Double share(MaturityModel model, @Nullable Double score, @Nullable Double max) {
        if (score == null || max == null) return null;
        var min = switch (model.scoring()) {
            case ScoringPolicy.WeightedMean mean -> mean.min();
            case ScoringPolicy.Points ignored -> 0;
        };
        if (max <= min) return null;
        return BigDecimal.valueOf((score - min) / (max - min))
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}

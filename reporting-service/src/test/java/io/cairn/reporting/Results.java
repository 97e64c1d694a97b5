package io.cairn.reporting;

import io.cairn.language.DimensionKey;
import io.cairn.language.Profile;
import io.cairn.language.StageRef;
import java.util.List;

/** Profiles of the model {@link Company#EGDI}. */
public final class Results {
    private static final List<String> KEYS = List.of("none", "low", "middle", "high", "very-high");
    private static final double[] SCORES = {0, 0.1, 0.3, 0.6, 0.8};

    private Results() {}

    public static StageRef ref(int stage) {
        return new StageRef(stage, KEYS.get(stage));
    }

    public static Profile atStage(int stage) {
        return atStage(ref(stage), SCORES[stage]);
    }

    public static Profile atStage(StageRef stage, double score) {
        return profile(
                new Profile.Overall(score, 1.0, new Profile.Stage(stage.ordinal(), stage.key(), null), null, 1), score);
    }

    public static Profile undetermined(String why) {
        return profile(new Profile.Overall(0.4, 1.0, null, why, 0.5), 0.4);
    }

    private static Profile profile(Profile.Overall overall, double score) {
        return new Profile(
                overall,
                List.of(new Profile.Dimension(
                        new DimensionKey("online-services"),
                        null,
                        score,
                        1,
                        overall.stage(),
                        overall.undetermined(),
                        overall.coverage(),
                        List.of(),
                        null)),
                List.of(),
                List.of(),
                new Profile.Confidence(overall.coverage(), null, null, null));
    }
}

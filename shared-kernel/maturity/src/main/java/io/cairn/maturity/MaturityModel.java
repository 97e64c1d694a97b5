package io.cairn.maturity;

import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A maturity model: immutable, versioned, whole. Stages stand in order; a question stands in exactly one dimension.
 *
 * @param minimumCoverage the share of the applicable weight that must be answered before an assessment can be
 *     finalized and before the rules {@code thresholds} and {@code mean} tell a stage, 0..1; {@code gated} has a
 *     bound of its own for each stage
 */
public record MaturityModel(
        ModelRef ref,
        Text title,
        @Nullable Text description,
        String source,
        @Nullable String note,
        List<Stage> stages,
        List<View> views,
        List<Dimension> dimensions,
        ScoringPolicy scoring,
        StageRule stageRule,
        double minimumCoverage) {
    public MaturityModel {
        stages = List.copyOf(stages);
        views = List.copyOf(views);
        dimensions = Dimensions.copyOf(dimensions);
    }

    public Optional<Question> question(QuestionKey key) {
        return Optional.ofNullable(questions().get(key));
    }

    /** All questions in the order of the file; unmodifiable, found by key in constant time. */
    public Map<QuestionKey, Question> questions() {
        return Dimensions.copyOf(dimensions).questions();
    }

    /** Whether the rule can find a unit below the first stage (ordinal 0). */
    public boolean mayBeBelowFirstStage() {
        return switch (stageRule) {
            case StageRule.Gated ignored -> true;
            case StageRule.Thresholds ignored -> false;
            case StageRule.Mean ignored ->
                switch (scoring) {
                    case ScoringPolicy.WeightedMean mean -> mean.min() < 1;
                    case ScoringPolicy.Points ignoredToo -> true;
                };
        };
    }
}

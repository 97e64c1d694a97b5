package io.cairn.maturity;

import io.cairn.language.ModelRef;
import io.cairn.language.QuestionKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A maturity model: immutable, versioned, whole. Stages stand in order; a question stands in exactly one dimension.
 *
 * @param minimumCoverage the share of the applicable weight that must be answered before an assessment can be
 *     finalized and before a stage rule tells a stage, 0..1
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
        dimensions = List.copyOf(dimensions);
    }

    public Optional<Question> question(QuestionKey key) {
        return Optional.ofNullable(questions().get(key));
    }

    /** All questions in the order of the file. */
    public Map<QuestionKey, Question> questions() {
        var all = new LinkedHashMap<QuestionKey, Question>();
        for (var dimension : dimensions) for (var question : dimension.questions()) all.put(question.key(), question);
        return all;
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

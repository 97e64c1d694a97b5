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
 * @param expiredEvidence what is left, as a factor 0..1, of the value of an answer that needs evidence when none of
 *     its evidence holds any longer; 1 when the model takes nothing away
 * @param languages whose words the texts in each language are, as far as the author says
 * @param upgrade what became of the questions of an earlier version, where keys do not tell; null when they do
 */
public record MaturityModel(
        ModelRef ref,
        Text title,
        @Nullable Text description,
        String source,
        @Nullable Text note,
        List<Stage> stages,
        List<View> views,
        List<Dimension> dimensions,
        ScoringPolicy scoring,
        StageRule stageRule,
        double minimumCoverage,
        double expiredEvidence,
        Map<String, Wording> languages,
        @Nullable UpgradeRules upgrade) {
    public MaturityModel {
        languages = Map.copyOf(languages);
        stages = List.copyOf(stages);
        views = List.copyOf(views);
        dimensions = Dimensions.copyOf(dimensions);
    }

    /** A model whose questions bear the keys they bore in the version before. */
    public MaturityModel(
            ModelRef ref,
            Text title,
            @Nullable Text description,
            String source,
            @Nullable Text note,
            List<Stage> stages,
            List<View> views,
            List<Dimension> dimensions,
            ScoringPolicy scoring,
            StageRule stageRule,
            double minimumCoverage,
            double expiredEvidence,
            Map<String, Wording> languages) {
        this(
                ref,
                title,
                description,
                source,
                note,
                stages,
                views,
                dimensions,
                scoring,
                stageRule,
                minimumCoverage,
                expiredEvidence,
                languages,
                null);
    }

    /** A model that takes nothing away for expired evidence and does not say whose words its texts are. */
    public MaturityModel(
            ModelRef ref,
            Text title,
            @Nullable Text description,
            String source,
            @Nullable Text note,
            List<Stage> stages,
            List<View> views,
            List<Dimension> dimensions,
            ScoringPolicy scoring,
            StageRule stageRule,
            double minimumCoverage) {
        this(
                ref,
                title,
                description,
                source,
                note,
                stages,
                views,
                dimensions,
                scoring,
                stageRule,
                minimumCoverage,
                1,
                Map.of());
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

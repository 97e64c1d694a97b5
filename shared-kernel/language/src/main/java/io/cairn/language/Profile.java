package io.cairn.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set of answers comes to under a model. Scores are on the model's own scale, up to max; coverage and fractions
 * are 0..1. A stage that the answers cannot tell is null and {@code undetermined} says why. Both are there where a
 * stage is proven and {@code undetermined} says why there may be more.
 *
 * @param views one per view of the model, empty when it has none; scores of different views are never averaged, so a
 *     model with views has no overall score
 */
public record Profile(
        Overall overall, List<Dimension> dimensions, List<View> views, List<Blocking> blocking, Confidence confidence) {
    public Profile {
        dimensions = List.copyOf(dimensions);
        views = List.copyOf(views);
        blocking = List.copyOf(blocking);
    }

    /** @param stageIfMended the overall stage if the skipped stages of all mandatory dimensions were mended, null when
     *      none is skipped */
    public record Overall(
            @Nullable Double score,
            @Nullable Double max,
            @Nullable Stage stage,
            @Nullable String undetermined,
            double coverage,
            @Nullable StageRef stageIfMended) {
        public Overall(
                @Nullable Double score,
                @Nullable Double max,
                @Nullable Stage stage,
                @Nullable String undetermined,
                double coverage) {
            this(score, max, stage, undetermined, coverage, null);
        }
    }

    /** @param skipped stages below the highest passed one that do not pass
     *  @param stageIfMended the stage the dimension would be at if the skipped stages were mended, null when none is skipped */
    public record Dimension(
            DimensionKey key,
            @Nullable String view,
            double score,
            double max,
            @Nullable Stage stage,
            @Nullable String undetermined,
            double coverage,
            List<Skipped> skipped,
            @Nullable StageRef stageIfMended) {
        public Dimension {
            skipped = List.copyOf(skipped);
        }
    }

    public record View(
            String key,
            double score,
            double max,
            @Nullable Stage stage,
            @Nullable String undetermined,
            double coverage) {}

    /** @param fraction how much of the next stage is reached, 0..1; null at the last stage or where the rule has none */
    public record Stage(int ordinal, String key, @Nullable Double fraction) {
        public StageRef ref() {
            return new StageRef(ordinal, key);
        }
    }

    /** @param achieved the share of the stage's weight that the answers reach, 0..1
     *  @param questions what to mend, best first */
    public record Skipped(int ordinal, String key, double achieved, List<QuestionKey> questions) {
        public Skipped {
            questions = List.copyOf(questions);
        }
    }

    /** A question that keeps the unit from its next stage. {@code worth} is what mending it adds, in the
     *  unit the model's rule decides by (see the maturity module). */
    public record Blocking(
            QuestionKey question,
            DimensionKey dimension,
            @Nullable Integer stage,
            double worth) {}

    /**
     * Kept apart on purpose, never combined into one figure; null where there is nothing to tell from.
     *
     * @param agreement Krippendorff's α (ordinal) over all questions that several respondents voted on
     * @param panel what their votes tell besides; null when fewer than two voted
     */
    public record Confidence(
            double coverage,
            @Nullable Double certainty,
            @Nullable Double freshness,
            @Nullable Double agreement,
            @Nullable Panel panel) {
        public Confidence(
                double coverage, @Nullable Double certainty, @Nullable Double freshness, @Nullable Double agreement) {
            this(coverage, certainty, freshness, agreement, null);
        }
    }

    /**
     * Several respondents and how far they agree.
     *
     * @param undefined why there is no {@code agreement}: no-pairs, no-variation
     * @param withinGroup the median r_wg of the questions that have one
     * @param stages how sure the stage is: the share of 1000 draws of respondents that come to each, most probable first
     */
    public record Panel(
            int respondents,
            @Nullable String undefined,
            @Nullable Double withinGroup,
            List<StageChance> stages) {
        public Panel {
            stages = List.copyOf(stages);
        }
    }

    /** @param stage null where the answers do not tell one */
    public record StageChance(@Nullable StageRef stage, double probability) {}

    public Profile with(Confidence other) {
        return new Profile(overall, dimensions, views, blocking, other);
    }
}

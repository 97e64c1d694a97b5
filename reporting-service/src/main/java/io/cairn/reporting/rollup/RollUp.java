package io.cairn.reporting.rollup;

import io.cairn.platform.web.Page;
import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the tree of units and each part right below it, as known at a time. Nothing is averaged: every figure counts
 * units, and every unit counts once, with the stage of the latest period, up to the one asked for, that has one.
 *
 * @param under the unit at the top, null for the whole company
 * @param node all of them
 * @param children each unit right below the top with its own whole subtree, by code
 */
public record RollUp(
        String model, String period, @Nullable String under, CountingRule rule, Node node, Page<Node> children) {

    /** How the weakest dimension is told, and what each unit weighs. */
    public record CountingRule(String weakest, String weights) {
        static final CountingRule LOWEST_MEDIAN = new CountingRule(
                "Of each dimension the lower median of its units' stages; the lowest of them is the weakest. Of several,"
                        + " the one with the larger share of units at that stage or below; of several still, each.",
                "Each unit counts once. Units that have no stage in a dimension do not count in it.");
    }

    /**
     * {@code units = staged + noStage + notAssessed}.
     *
     * @param unit null for the whole company
     * @param units there at the end of the period
     * @param staged have a stage, {@code ofPeriod} of them one of the period asked for and the rest an earlier one
     * @param noStage were assessed, and no stage counts
     * @param notAssessed have no result up to the period
     * @param versions of the model by which they have their stages, each by itself: stages of two versions need not mean
     *     the same
     */
    public record Node(
            @Nullable String unit,
            @Nullable String name,
            long units,
            long staged,
            long ofPeriod,
            long noStage,
            long notAssessed,
            List<ByVersion> versions) {
        public Node {
            versions = List.copyOf(versions);
        }
    }

    /**
     * @param staged units that have their stage by this version
     * @param weakest keys of dimensions: one, several that are equal, or none where no unit has a stage in any
     */
    public record ByVersion(
            String version, long staged, List<StageCount> stages, List<InDimension> dimensions, List<String> weakest) {
        public ByVersion {
            stages = List.copyOf(stages);
            dimensions = List.copyOf(dimensions);
            weakest = List.copyOf(weakest);
        }
    }

    /** @param units how many are at the stage */
    public record StageCount(int ordinal, String key, String title, long units) {}

    /**
     * @param undetermined units whose answers tell no stage in it, or whose assessment is reopened
     * @param median at or below it are at least half of the units that have a stage in it, and it is the lowest such
     */
    public record InDimension(
            String key,
            String title,
            List<StageCount> stages,
            long undetermined,
            @Nullable NamedStage median) {
        public InDimension {
            stages = List.copyOf(stages);
        }
    }
}

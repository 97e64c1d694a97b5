package io.cairn.reporting.movement;

import io.cairn.reporting.known.KnownModel.NamedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the units with a stage in one period, the cohort, stood in another. Every one of them is counted once: in
 * {@code counts}, as not reassessed, or as left; so {@code flows} add up to the cohort, and those out of a stage to
 * the units that were in it.
 *
 * @param stages of the rows and columns, in order; a row {@code none} only where a unit may be below the first stage
 * @param labelledBy the version of the model whose stages these are: the latest one used in {@code to}
 * @param versions of the model that the stages were found with; where they differ, a movement may be the model's
 * @param counts units by stage in {@code from} (row) and in {@code to} (column)
 * @param probabilities of each stage in {@code to}, given the stage in {@code from} and that the unit was reassessed;
 *     null for a row of fewer than {@value MovementReport#FEWEST} units
 * @param suppressed ordinals of the stages whose probabilities are withheld for that reason
 * @param notReassessed units of the cohort that are still there and have no stage in {@code to}
 * @param left units of the cohort whose last day is before the end of {@code to}
 * @param entered units with a stage in {@code to} only; not part of the cohort
 * @param arrivals where the entered ones are, so that {@code flows} and these into a stage add up to the units at it
 */
public record Movement(
        String model,
        String from,
        String to,
        List<NamedStage> stages,
        String labelledBy,
        Versions versions,
        List<List<Long>> counts,
        List<@Nullable List<Probability>> probabilities,
        List<Integer> suppressed,
        long cohort,
        long notReassessed,
        long left,
        long entered,
        List<Flow> flows,
        List<Arrival> arrivals) {

    public record Versions(List<String> from, List<String> to) {}

    /** {@code p} with its 95 % interval after Wilson (1927). */
    public record Probability(double p, double low, double high) {}

    /**
     * Units on one way, at least one.
     *
     * @param from a stage's key
     * @param to a stage's key, {@code not-reassessed} or {@code left}
     * @param toStage the ordinal of {@code to}, null for what is not a stage
     */
    public record Flow(
            String from,
            String to,
            long count,
            int fromStage,
            @Nullable Integer toStage) {}

    /** @param to a stage's key */
    public record Arrival(String to, long count, int toStage) {}
}

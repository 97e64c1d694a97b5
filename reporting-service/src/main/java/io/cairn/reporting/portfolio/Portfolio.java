package io.cairn.reporting.portfolio;

import io.cairn.language.Period;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.milestone.Milestone;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A heat map: a row per unit, in it a cell per period that was assessed.
 *
 * @param periods in which any unit of the company was assessed, in their order: the columns
 * @param items a page of rows, by the codes of units
 */
record Portfolio(
        String model,
        List<Period> periods,
        List<Row> items,
        @Nullable String next) {
    Portfolio {
        periods = List.copyOf(periods);
        items = List.copyOf(items);
    }

    /** @param parent as the tree was known then */
    record Row(String unit, String name, @Nullable String parent, List<Cell> cells, List<Milestone> targets) {
        Row {
            cells = List.copyOf(cells);
            targets = List.copyOf(targets);
        }
    }

    /**
     * One unit in one period.
     *
     * @param stage that counts; null when it is undetermined, rejected or not decided yet
     * @param proposed what was found and waits to be decided, for {@code proposalCause}
     * @param score 0..{@code max}; null for a model without an overall score, and while reopened
     * @param direction in which the period moved the stage, null when it did not
     * @param dimensions only when they are asked for
     */
    record Cell(
            Period period,
            @Nullable NamedStage stage,
            @Nullable NamedStage proposed,
            @Nullable String proposalCause,
            @Nullable String undetermined,
            @Nullable Double score,
            @Nullable Double max,
            @Nullable Double coverage,
            String modelVersion,
            @Nullable UUID assessment,
            boolean reopened,
            @Nullable String direction,
            boolean overridden,
            @Nullable List<InDimension> dimensions) {}

    record InDimension(
            String key,
            String title,
            double score,
            double max,
            @Nullable NamedStage stage,
            double coverage) {}
}

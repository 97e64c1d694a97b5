package io.cairn.reporting.timeline;

import io.cairn.language.FreeText;
import io.cairn.reporting.known.KnownModel.NamedStage;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit's way under one model, period by period, as known at the time asked for.
 *
 * @param points in the order of their periods
 * @param targets of the periods asked for, and how they went
 */
public record Timeline(String unit, String model, List<Point> points, List<Milestone> targets) {
    public Timeline {
        points = List.copyOf(points);
        targets = List.copyOf(targets);
    }

    /**
     * @param effective the days the period covers
     * @param recorded since when this has been what we know
     * @param stage that counts for the period; null when it is undetermined, rejected or not decided yet
     * @param proposed what the assessment found, while a facilitator has yet to decide
     * @param proposalCause why that waits: an assessment, or the correction of an earlier period
     * @param undetermined why the answers tell no stage
     * @param score 0..{@code max} on the model's scale; null for a model without an overall score, and while the
     *     assessment is reopened
     * @param coverage 0..1
     * @param reopened whether the assessment is being corrected: the decision stands, its scores no longer do
     * @param transition when the period ended at another stage than it began with
     * @param decision how the period's stage was settled, null when no one has
     */
    public record Point(
            String period,
            TenantCalendar.Days effective,
            Instant recorded,
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
            List<Dimension> dimensions,
            @Nullable Transition transition,
            @Nullable Decision decision) {
        public Point {
            dimensions = List.copyOf(dimensions);
        }
    }

    public record Dimension(
            String key,
            String title,
            double score,
            double max,
            @Nullable NamedStage stage,
            @Nullable String undetermined,
            double coverage) {}

    /** @param decidedBy null when the tenant's policy decided */
    public record Transition(
            @Nullable NamedStage from,
            @Nullable NamedStage to,
            @Nullable String direction,
            @Nullable String cause,
            List<NamedStage> skipped,
            boolean overridden,
            @Nullable String decidedBy,
            @Nullable FreeText reason) {
        public Transition {
            skipped = List.copyOf(skipped);
        }
    }

    /** @param kind transitioned, held or rejected */
    public record Decision(
            String kind,
            Instant at,
            @Nullable String decidedBy,
            @Nullable FreeText reason) {}
}

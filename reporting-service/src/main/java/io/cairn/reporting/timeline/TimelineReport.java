package io.cairn.reporting.timeline;

import io.cairn.language.FreeText;
import io.cairn.reporting.known.KnownModel;
import io.cairn.reporting.known.PeriodOrder;
import io.cairn.reporting.known.TenantCalendar;
import io.cairn.reporting.milestone.Milestones;
import io.cairn.reporting.point.DimensionPoint;
import io.cairn.reporting.point.StageDecision;
import io.cairn.reporting.point.StagePoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts names, days and words to the points. */
record TimelineReport(
        KnownModel model, TenantCalendar calendar, Map<Long, FreeText> reasons, Map<String, String> waiting) {

    Timeline.Point point(String unit, StagePoint point) {
        return new Timeline.Point(
                point.period().toString(),
                calendar.days(point.period()),
                point.recorded(),
                model.named(point.stage(), point.modelVersion()),
                model.named(point.proposed(), point.modelVersion()),
                point.proposed() == null ? null : waiting.get(Milestones.key(unit, PeriodOrder.of(point.period()))),
                point.undetermined(),
                point.score(),
                point.max(),
                point.coverage(),
                point.modelVersion().toString(),
                point.assessment(),
                point.reopened(),
                point.dimensions().stream().map(it -> dimension(it, point)).toList(),
                transition(point),
                decision(point.decision()));
    }

    private Timeline.Dimension dimension(DimensionPoint dimension, StagePoint point) {
        return new Timeline.Dimension(
                dimension.key(),
                model.dimensionTitle(dimension.key(), point.modelVersion()),
                dimension.score(),
                dimension.max(),
                model.named(dimension.stage(), point.modelVersion()),
                dimension.undetermined(),
                dimension.coverage());
    }

    private Timeline.@Nullable Transition transition(StagePoint point) {
        var decision = point.decision();
        if (decision == null || decision.direction() == null) return null;
        return new Timeline.Transition(
                model.named(decision.from(), point.modelVersion()),
                model.named(point.stage(), point.modelVersion()),
                decision.direction(),
                decision.cause(),
                decision.skipped().stream()
                        .map(it -> model.titled(it, point.modelVersion()))
                        .toList(),
                decision.overridden(),
                decision.by(),
                reasons.get(decision.position()));
    }

    private Timeline.@Nullable Decision decision(@Nullable StageDecision decision) {
        if (decision == null) return null;
        return new Timeline.Decision(decision.kind(), decision.at(), decision.by(), reasons.get(decision.position()));
    }
}

package io.cairn.language.event;

import io.cairn.language.ActionPlan;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.UnitCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one unit does to get further under one model. */
public sealed interface RoadmapEvent extends Event {
    /** Which of the roadmap's actions. */
    UUID action();

    /** @param model the version whose questions are named */
    record ActionPlanned(UUID action, UnitCode unit, ModelRef model, ActionPlan plan) implements RoadmapEvent {}

    record ActionChanged(UUID action, ActionPlan before, ActionPlan plan) implements RoadmapEvent {}

    record ActionStarted(UUID action, @Nullable FreeText reason) implements RoadmapEvent {}

    record ActionCompleted(UUID action, @Nullable FreeText reason) implements RoadmapEvent {}

    record ActionDropped(UUID action, FreeText reason) implements RoadmapEvent {}
}

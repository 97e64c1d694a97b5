package io.cairn.language.event;

/** Something that happened. Who did it, when and for which tenant stand beside the event, not in it. */
public sealed interface Event
        permits TenantEvent, UnitEvent, ModelEvent, AssessmentEvent, JourneyEvent, CycleEvent, RoadmapEvent {}

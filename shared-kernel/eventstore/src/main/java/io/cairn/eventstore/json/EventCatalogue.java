package io.cairn.eventstore.json;

import io.cairn.language.event.AssessmentEvent.AnswerAgreed;
import io.cairn.language.event.AssessmentEvent.AnswerChanged;
import io.cairn.language.event.AssessmentEvent.AnswerConfirmed;
import io.cairn.language.event.AssessmentEvent.AnswerRecorded;
import io.cairn.language.event.AssessmentEvent.AnswerWithdrawn;
import io.cairn.language.event.AssessmentEvent.AssessmentCancelled;
import io.cairn.language.event.AssessmentEvent.AssessmentFinalized;
import io.cairn.language.event.AssessmentEvent.AssessmentOpened;
import io.cairn.language.event.AssessmentEvent.AssessmentReopened;
import io.cairn.language.event.AssessmentEvent.AssessmentReturned;
import io.cairn.language.event.AssessmentEvent.AssessmentSubmitted;
import io.cairn.language.event.AssessmentEvent.ConsensusRoundStarted;
import io.cairn.language.event.AssessmentEvent.PointsOverridden;
import io.cairn.language.event.AssessmentEvent.RespondentAssigned;
import io.cairn.language.event.AssessmentEvent.RespondentUnassigned;
import io.cairn.language.event.CycleEvent.CycleClosed;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import io.cairn.language.event.ModelEvent.ModelDrafted;
import io.cairn.language.event.ModelEvent.ModelVersionPublished;
import io.cairn.language.event.ModelEvent.ModelVersionRetired;
import io.cairn.language.event.RoadmapEvent.ActionChanged;
import io.cairn.language.event.RoadmapEvent.ActionCompleted;
import io.cairn.language.event.RoadmapEvent.ActionDropped;
import io.cairn.language.event.RoadmapEvent.ActionPlanned;
import io.cairn.language.event.RoadmapEvent.ActionStarted;
import io.cairn.language.event.TenantEvent.BenchmarkJoined;
import io.cairn.language.event.TenantEvent.BenchmarkLeft;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.language.event.TenantEvent.SettingsChanged;
import io.cairn.language.event.TenantEvent.TenantClosed;
import io.cairn.language.event.TenantEvent.TenantRegistered;
import io.cairn.language.event.UnitEvent.UnitAdded;
import io.cairn.language.event.UnitEvent.UnitMoved;
import io.cairn.language.event.UnitEvent.UnitRenamed;
import io.cairn.language.event.UnitEvent.UnitRetired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which name and revision each event is stored under. Names are given here and not taken from classes: what is
 * stored outlives every refactoring.
 */
public final class EventCatalogue {
    /**
     * How one event is stored.
     *
     * @param revision the one written today, from 1; older ones are read through an {@link Upcaster}
     */
    public record Entry(String name, int revision, Class<? extends Event> type) {}

    private static final EventCatalogue STANDARD = new EventCatalogue(List.of(
            new Entry("TenantRegistered", 1, TenantRegistered.class),
            new Entry("SettingsChanged", 1, SettingsChanged.class),
            new Entry("CyclesPlanned", 1, CyclesPlanned.class),
            new Entry("BenchmarkJoined", 1, BenchmarkJoined.class),
            new Entry("BenchmarkLeft", 1, BenchmarkLeft.class),
            new Entry("TenantClosed", 1, TenantClosed.class),
            new Entry("UnitAdded", 1, UnitAdded.class),
            new Entry("UnitRenamed", 1, UnitRenamed.class),
            new Entry("UnitMoved", 1, UnitMoved.class),
            new Entry("UnitRetired", 1, UnitRetired.class),
            new Entry("ModelDrafted", 1, ModelDrafted.class),
            new Entry("ModelVersionPublished", 1, ModelVersionPublished.class),
            new Entry("ModelVersionRetired", 1, ModelVersionRetired.class),
            new Entry("AssessmentOpened", 3, AssessmentOpened.class),
            new Entry("RespondentAssigned", 1, RespondentAssigned.class),
            new Entry("RespondentUnassigned", 1, RespondentUnassigned.class),
            new Entry("AnswerRecorded", 1, AnswerRecorded.class),
            new Entry("AnswerChanged", 1, AnswerChanged.class),
            new Entry("AnswerConfirmed", 1, AnswerConfirmed.class),
            new Entry("AnswerWithdrawn", 1, AnswerWithdrawn.class),
            new Entry("AnswerAgreed", 1, AnswerAgreed.class),
            new Entry("ConsensusRoundStarted", 1, ConsensusRoundStarted.class),
            new Entry("PointsOverridden", 1, PointsOverridden.class),
            new Entry("AssessmentSubmitted", 1, AssessmentSubmitted.class),
            new Entry("AssessmentReturned", 1, AssessmentReturned.class),
            new Entry("AssessmentFinalized", 2, AssessmentFinalized.class),
            new Entry("AssessmentReopened", 1, AssessmentReopened.class),
            new Entry("AssessmentCancelled", 1, AssessmentCancelled.class),
            new Entry("StageProposed", 2, StageProposed.class),
            new Entry("StageTransitioned", 1, StageTransitioned.class),
            new Entry("StageHeld", 1, StageHeld.class),
            new Entry("StageRejected", 1, StageRejected.class),
            new Entry("TargetSet", 1, TargetSet.class),
            new Entry("TargetWithdrawn", 1, TargetWithdrawn.class),
            new Entry("TargetReached", 1, TargetReached.class),
            new Entry("TargetMissed", 1, TargetMissed.class),
            new Entry("TargetReopened", 1, TargetReopened.class),
            new Entry("CycleOpened", 1, CycleOpened.class),
            new Entry("CycleClosed", 1, CycleClosed.class),
            new Entry("ActionPlanned", 1, ActionPlanned.class),
            new Entry("ActionChanged", 1, ActionChanged.class),
            new Entry("ActionStarted", 1, ActionStarted.class),
            new Entry("ActionCompleted", 1, ActionCompleted.class),
            new Entry("ActionDropped", 1, ActionDropped.class)));

    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<Class<?>, Entry> byType = new HashMap<>();

    EventCatalogue(List<Entry> entries) {
        for (var entry : entries)
            if (byName.put(entry.name(), entry) != null || byType.put(entry.type(), entry) != null)
                throw new IllegalArgumentException(entry.name() + " stands in the catalogue twice");
    }

    public static EventCatalogue standard() {
        return STANDARD;
    }

    public Entry of(Event event) {
        var entry = byType.get(event.getClass());
        if (entry == null) throw new IllegalStateException(event.getClass() + " is missing from the catalogue");
        return entry;
    }

    public Entry named(String name) {
        var entry = byName.get(name);
        if (entry == null) throw new IllegalStateException("no event is called " + name);
        return entry;
    }

    public List<Entry> entries() {
        return List.copyOf(byName.values());
    }
}

package io.cairn.assessment.journey;

import io.cairn.language.DimensionKey;
import io.cairn.language.DimensionStage;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.Rejected;
import io.cairn.language.Rejection;
import io.cairn.language.StageRef;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.StageHeld;
import io.cairn.language.event.JourneyEvent.StageProposed;
import io.cairn.language.event.JourneyEvent.StageRejected;
import io.cairn.language.event.JourneyEvent.StageTransitioned;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.JourneyEvent.TargetWithdrawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a journey because it decides what may happen next.
 *
 * @param stages the stage of each period that has one by decision
 * @param open what waits to be decided, one a period at most
 * @param seen every proposal there ever was
 */
public record JourneyState(
        SortedMap<Period, Standing> stages, SortedMap<Period, StageProposed> open, Set<UUID> seen, Targets targets) {
    public static final JourneyState NONE = new JourneyState(new TreeMap<>(), new TreeMap<>(), Set.of(), Targets.NONE);

    public JourneyState {
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        seen = Set.copyOf(seen);
    }

    /** The stage that stands in a period, with the proposal that was decided so. */
    public record Standing(StageProposed proposal, StageRef stage) {
        public ModelRef model() {
            return proposal.model();
        }

        /** Another stage than was found. */
        public boolean overridden() {
            return proposal.stage().ordinal() != stage.ordinal();
        }

        /** The stage as a whole as it was decided, a dimension's as it was found. */
        @Nullable
        StageRef of(@Nullable DimensionKey dimension) {
            return dimension == null ? stage : found(proposal, dimension);
        }
    }

    /** What a proposal says of a dimension, or of the whole. */
    public static @Nullable StageRef found(StageProposed proposal, @Nullable DimensionKey dimension) {
        if (dimension == null) return proposal.stage();
        return proposal.dimensions().stream()
                .filter(it -> it.dimension().equals(dimension))
                .map(DimensionStage::stage)
                .findFirst()
                .orElse(null);
    }

    /** The stage in which a period begins: that of the latest period before it that has one. */
    public @Nullable StageRef before(Period period) {
        var earlier = stages.headMap(period);
        return earlier.isEmpty() ? null : earlier.lastEntry().getValue().stage();
    }

    /** The next period after it that has a stage. */
    public Optional<Period> after(Period period) {
        return stages.keySet().stream().filter(it -> it.compareTo(period) > 0).findFirst();
    }

    /** Where the unit, or its dimension, stands at the end of a period. */
    @Nullable
    StageRef stageOf(@Nullable DimensionKey dimension, Period period) {
        return stages.entrySet().stream()
                .takeWhile(it -> it.getKey().endMonth() <= period.endMonth())
                .reduce((earlier, later) -> later)
                .map(it -> it.getValue().of(dimension))
                .orElse(null);
    }

    /** The earliest period that counts for a target and is at its stage or above. */
    @Nullable
    Period firstAt(Target target) {
        return stages.entrySet().stream()
                .filter(it -> target.counts(it.getKey()))
                .filter(it -> target.isMetBy(it.getValue().of(target.dimension())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The version of the model by which the journey goes, if it has begun. */
    public Optional<ModelRef> model() {
        var standing = stages.isEmpty() ? null : stages.lastEntry().getValue().model();
        if (standing != null) return Optional.of(standing);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.lastEntry().getValue().model());
    }

    public Optional<StageProposed> proposal(UUID id) {
        return open.values().stream().filter(it -> it.proposal().equals(id)).findFirst();
    }

    /** Itself, or that there is no such journey. */
    public JourneyState known() {
        if (equals(NONE)) throw new Rejected(new Rejection.NotFound("journey"));
        return this;
    }

    public JourneyState evolve(JourneyEvent event) {
        return switch (event) {
            case StageProposed it -> proposed(it);
            case StageTransitioned it -> settled(it.proposal(), it.period(), it.to());
            case StageHeld it -> settled(it.proposal(), it.period(), it.stage());
            case StageRejected it -> settled(it.proposal(), it.period(), null);
            case TargetSet it -> with(targets.set(it, stages.isEmpty() ? null : stages.lastKey()));
            case TargetWithdrawn it -> with(targets.withdrawn(it.dimension(), it.period()));
            case TargetReached it ->
                with(targets.changed(it.dimension(), it.period(), target -> target.reached(it.in())));
            case TargetMissed it -> with(targets.changed(it.dimension(), it.period(), Target::missed));
            case TargetReopened it -> with(targets.changed(it.dimension(), it.period(), Target::reopened));
        };
    }

    public JourneyState evolve(List<? extends JourneyEvent> events) {
        var state = this;
        for (var event : events) state = state.evolve(event);
        return state;
    }

    /** With what this brings of targets. */
    public List<JourneyEvent> withTargets(List<JourneyEvent> events) {
        var all = new ArrayList<>(events);
        var then = evolve(events);
        all.addAll(then.targets().told(then));
        return all;
    }

    private JourneyState proposed(StageProposed proposal) {
        var waiting = new TreeMap<>(open);
        waiting.put(proposal.period(), proposal);
        var all = new HashSet<>(seen);
        all.add(proposal.proposal());
        return new JourneyState(stages, waiting, all, targets);
    }

    private JourneyState settled(UUID id, Period period, @Nullable StageRef stage) {
        var standings = new TreeMap<>(stages);
        if (stage == null) standings.remove(period);
        else standings.put(period, new Standing(decided(id, period), stage));
        var waiting = new TreeMap<>(open);
        waiting.computeIfPresent(period, (p, it) -> it.proposal().equals(id) ? null : it);
        return new JourneyState(standings, waiting, seen, targets);
    }

    /** The one that waited, or the one that stands and is told anew while another waits. */
    private StageProposed decided(UUID id, Period period) {
        var waiting = open.get(period);
        if (waiting != null && waiting.proposal().equals(id)) return waiting;
        return Objects.requireNonNull(stages.get(period), "what is decided was proposed")
                .proposal();
    }

    private JourneyState with(Targets changed) {
        return new JourneyState(stages, open, seen, changed);
    }
}

package io.cairn.assessment.journey;

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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
public record JourneyState(SortedMap<Period, Standing> stages, SortedMap<Period, StageProposed> open, Set<UUID> seen) {
    public static final JourneyState NONE = new JourneyState(new TreeMap<>(), new TreeMap<>(), Set.of());

    public JourneyState {
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        seen = Set.copyOf(seen);
    }

    /** The stage that stands in a period, with the proposal it goes back to. */
    public record Standing(UUID proposal, ModelRef model, StageRef stage, boolean overridden) {}

    /** The stage in which a period begins: that of the latest period before it that has one. */
    public @Nullable StageRef before(Period period) {
        var earlier = stages.headMap(period);
        return earlier.isEmpty() ? null : earlier.lastEntry().getValue().stage();
    }

    /** The next period after it that has a stage. */
    public Optional<Period> after(Period period) {
        return stages.keySet().stream().filter(it -> it.compareTo(period) > 0).findFirst();
    }

    public Optional<StageProposed> proposal(UUID id) {
        return open.values().stream().filter(it -> it.proposal().equals(id)).findFirst();
    }

    /** Itself, or that there is no such journey. */
    public JourneyState known() {
        if (seen.isEmpty()) throw new Rejected(new Rejection.NotFound("journey"));
        return this;
    }

    public JourneyState evolve(JourneyEvent event) {
        return switch (event) {
            case StageProposed it -> proposed(it);
            case StageTransitioned it ->
                settled(it.proposal(), it.period(), new Standing(it.proposal(), it.model(), it.to(), it.overridden()));
            case StageHeld it -> {
                var stage = it.stage();
                yield settled(
                        it.proposal(),
                        it.period(),
                        stage == null ? null : new Standing(it.proposal(), it.model(), stage, overrides(it, stage)));
            }
            case StageRejected it -> settled(it.proposal(), it.period(), null);
        };
    }

    public JourneyState evolve(List<? extends JourneyEvent> events) {
        var state = this;
        for (var event : events) state = state.evolve(event);
        return state;
    }

    /** Held at another stage than was proposed; a correction leaves it as it was. */
    private boolean overrides(StageHeld held, StageRef stage) {
        var waiting = open.get(held.period());
        if (waiting != null && waiting.proposal().equals(held.proposal()))
            return waiting.stage().ordinal() != stage.ordinal();
        var standing = stages.get(held.period());
        return standing != null && standing.overridden();
    }

    private JourneyState proposed(StageProposed proposal) {
        var waiting = new TreeMap<>(open);
        waiting.put(proposal.period(), proposal);
        var all = new HashSet<>(seen);
        all.add(proposal.proposal());
        return new JourneyState(stages, waiting, all);
    }

    private JourneyState settled(UUID proposal, Period period, @Nullable Standing standing) {
        var standings = new TreeMap<>(stages);
        if (standing == null) standings.remove(period);
        else standings.put(period, standing);
        var waiting = new TreeMap<>(open);
        waiting.computeIfPresent(period, (p, it) -> it.proposal().equals(proposal) ? null : it);
        return new JourneyState(standings, waiting, seen);
    }
}

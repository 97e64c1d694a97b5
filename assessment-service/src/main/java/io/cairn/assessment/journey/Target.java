package io.cairn.assessment.journey;

import io.cairn.language.DimensionKey;
import io.cairn.language.FreeText;
import io.cairn.language.ModelRef;
import io.cairn.language.Period;
import io.cairn.language.StageRef;
import io.cairn.language.UnitCode;
import io.cairn.language.event.JourneyEvent;
import io.cairn.language.event.JourneyEvent.TargetMissed;
import io.cairn.language.event.JourneyEvent.TargetReached;
import io.cairn.language.event.JourneyEvent.TargetReopened;
import io.cairn.language.event.JourneyEvent.TargetSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stage to be reached by the end of a period, and how it went so far. A period counts from {@code since} on, the
 * latest one that had a stage when the target was set: where the unit had been before, it knew.
 *
 * @param dimension null for the unit as a whole
 * @param model whose stage it is
 * @param over whether it was told that the period ended without it
 * @param reachedIn the earliest period that counts and has the stage, one after {@code period} only when that is over
 */
public record Target(
        UnitCode unit,
        ModelRef model,
        @Nullable DimensionKey dimension,
        Period period,
        StageRef stage,
        @Nullable FreeText reason,
        @Nullable Period since,
        boolean over,
        @Nullable Period reachedIn) {

    /** What tells the targets of a journey apart. */
    public record Key(@Nullable DimensionKey dimension, Period period) {}

    /** Reached late is missed. */
    public enum Status {
        OPEN,
        REACHED,
        MISSED
    }

    static Target of(TargetSet it, @Nullable Period since) {
        return new Target(
                it.unit(), it.model(), it.dimension(), it.period(), it.stage(), it.reason(), since, false, null);
    }

    public Key key() {
        return new Key(dimension, period);
    }

    public Status status() {
        if (reachedIn != null && !isLate(reachedIn)) return Status.REACHED;
        return over ? Status.MISSED : Status.OPEN;
    }

    private boolean isLate(Period in) {
        return in.endMonth() > period.endMonth();
    }

    public boolean counts(Period in) {
        return since == null || in.compareTo(since) >= 0;
    }

    boolean isMetBy(@Nullable StageRef found) {
        return found != null && found.ordinal() >= stage.ordinal();
    }

    /** Whether one is undecided that may still reach it. */
    public boolean waitsFor(JourneyState journey) {
        return journey.open().values().stream()
                .filter(it -> counts(it.period()) && !isLate(it.period()))
                .anyMatch(it -> isMetBy(JourneyState.found(it, dimension)));
    }

    /** How things stand now, if they were told otherwise, or not at all. */
    List<JourneyEvent> told(JourneyState journey) {
        return told(journey, over);
    }

    /** @param ended whether the period is over, told or not */
    public List<JourneyEvent> told(JourneyState journey, boolean ended) {
        var first = journey.firstAt(this);
        if (first != null && !isLate(first))
            return first.equals(reachedIn) ? List.of() : List.of(reached(journey, first));
        if (!ended)
            return reachedIn == null ? List.of() : List.of(new TargetReopened(unit, model, dimension, period, stage));
        var told = new ArrayList<JourneyEvent>();
        var anew = status() != Status.MISSED || reachedIn != null && first == null;
        if (anew) told.add(new TargetMissed(unit, model, dimension, period, stage, journey.stageOf(dimension, period)));
        if (first != null && (anew || !first.equals(reachedIn))) told.add(reached(journey, first));
        return told;
    }

    private TargetReached reached(JourneyState journey, Period in) {
        var standing = Objects.requireNonNull(journey.stages().get(in));
        var found = Objects.requireNonNull(standing.of(dimension));
        return new TargetReached(unit, model, dimension, period, stage, in, found);
    }

    /** The same target with other words, or another one in its place. */
    Target set(TargetSet it, @Nullable Period now) {
        return it.stage().ordinal() == stage.ordinal()
                ? new Target(unit, it.model(), dimension, period, it.stage(), it.reason(), since, over, reachedIn)
                : of(it, now);
    }

    Target reached(Period in) {
        return with(over, in);
    }

    Target missed() {
        return with(true, null);
    }

    Target reopened() {
        return with(false, null);
    }

    private Target with(boolean over, @Nullable Period reachedIn) {
        return new Target(unit, model, dimension, period, stage, reason, since, over, reachedIn);
    }
}

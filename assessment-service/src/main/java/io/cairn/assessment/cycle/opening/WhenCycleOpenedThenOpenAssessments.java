package io.cairn.assessment.cycle.opening;

import io.cairn.assessment.cycle.Cycles;
import io.cairn.assessment.unit.Units;
import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.eventstore.projection.Projections;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A cycle's units get their assessments when it is opened; units that join later, from the calendar. */
public final class WhenCycleOpenedThenOpenAssessments implements Policy {
    public static final String NAME = "when-cycle-opened-then-open-assessments";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cycles cycles;
    private final CycleAssessments assessments;
    private final Supplier<Projections> projections;
    private final Clock clock;

    /** @param projections to wait for the view of units, which may be behind this policy */
    public WhenCycleOpenedThenOpenAssessments(
            Cycles cycles, CycleAssessments assessments, Supplier<Projections> projections, Clock clock) {
        this.cycles = cycles;
        this.assessments = assessments;
        this.projections = projections;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return event instanceof CycleOpened;
    }

    @Override
    public void when(StoredEvent event) {
        if (!(event.event() instanceof CycleOpened)) return;
        if (!projections.get().await(List.of(Units.VIEW), event.position(), PATIENCE))
            throw new IllegalStateException("the view of units is behind", new TimeoutException());
        var cycle = cycles.find(event.tenant(), event.stream().value()).state();
        if (!cycle.closed()) assessments.open(event.tenant(), cycle, LocalDate.now(clock), origin(event));
    }
}

package io.cairn.assessment.cycle.calendar;

import io.cairn.eventstore.StoredEvent;
import io.cairn.eventstore.projection.Policy;
import io.cairn.language.event.CycleEvent.CycleOpened;
import io.cairn.language.event.Event;
import io.cairn.language.event.JourneyEvent.TargetSet;
import io.cairn.language.event.TenantEvent.CyclesPlanned;
import io.cairn.platform.schedule.Schedule;

/** A tenant that has cycles or targets is looked after from then on; a plan takes effect at once. */
public final class WhenCyclesPlannedThenWatchCalendar implements Policy {
    public static final String NAME = "when-cycles-planned-then-watch-calendar";

    private final Schedule schedule;
    private final CalendarLook calendar;

    WhenCyclesPlannedThenWatchCalendar(Schedule schedule, CalendarLook calendar) {
        this.schedule = schedule;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(Event event) {
        return event instanceof CyclesPlanned || event instanceof CycleOpened || event instanceof TargetSet;
    }

    @Override
    public void when(StoredEvent event) {
        if (event.event() instanceof CyclesPlanned) {
            schedule.add(CalendarRoom.TASK, event.tenant());
            calendar.look(event.tenant());
        } else if (concerns(event.event())) {
            schedule.add(CalendarRoom.TASK, event.tenant());
        }
    }
}

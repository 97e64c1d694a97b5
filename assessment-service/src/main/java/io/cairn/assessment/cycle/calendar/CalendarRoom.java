package io.cairn.assessment.cycle.calendar;

import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.platform.schedule.Schedule;
import io.cairn.platform.schedule.TenantTask;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar is looked at again and again, and when a plan changes. */
@Configuration(proxyBeanMethods = false)
class CalendarRoom {
    static final String TASK = "look-at-calendar";

    /** @param every {@code cairn.cycles.look-every}: how long after midnight, UTC, a cycle may open at the latest */
    @Bean
    TenantTask lookAtCalendar(CalendarLook calendar, @Value("${cairn.cycles.look-every:1h}") Duration every) {
        return new TenantTask(TASK, every, calendar::look);
    }

    @Bean
    PolicyRegistration whenCyclesPlannedThenWatchCalendar(Schedule schedule, CalendarLook calendar) {
        return new PolicyRegistration("assessment", new WhenCyclesPlannedThenWatchCalendar(schedule, calendar));
    }
}

package io.cairn.platform.schedule;

import io.cairn.platform.database.ScheduleTable;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schedule, for services that have tasks. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {
    /** {@code cairn.schedule.enabled: false} leaves the tasks to other nodes. */
    @Bean
    Schedule schedule(
            ScheduleTable table,
            ObjectProvider<TenantTask> tasks,
            Clock clock,
            @Value("${cairn.schedule.enabled:true}") boolean enabled) {
        return new Schedule(table, tasks.orderedStream().toList(), clock, enabled);
    }
}

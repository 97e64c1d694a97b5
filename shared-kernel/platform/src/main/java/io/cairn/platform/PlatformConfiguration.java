package io.cairn.platform;

import io.cairn.platform.command.CommandConfiguration;
import io.cairn.platform.database.DatabaseConfiguration;
import io.cairn.platform.health.HealthConfiguration;
import io.cairn.platform.identity.IdentityConfiguration;
import io.cairn.platform.operator.OperatorConfiguration;
import io.cairn.platform.overload.OverloadConfiguration;
import io.cairn.platform.projection.EventStoreConfiguration;
import io.cairn.platform.schedule.ScheduleConfiguration;
import io.cairn.platform.trace.TraceConfiguration;
import io.cairn.platform.web.WebConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Everything a service stands on. It is found by itself; importing it does no harm. */
@AutoConfiguration(
        before = {
            JacksonAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@Import({
    DatabaseConfiguration.class,
    EventStoreConfiguration.class,
    CommandConfiguration.class,
    IdentityConfiguration.class,
    WebConfiguration.class,
    HealthConfiguration.class,
    OperatorConfiguration.class,
    OverloadConfiguration.class,
    ScheduleConfiguration.class,
    TraceConfiguration.class
})
public class PlatformConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}

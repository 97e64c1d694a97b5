package io.cairn.assessment.unit;

import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.platform.command.AggregateType;
import io.cairn.platform.command.Commands;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class UnitRoom {
    @Bean
    AggregateType unitAggregate() {
        return new AggregateType(UnitAggregate.class);
    }

    @Bean
    ViewRegistration unitView() {
        return new ViewRegistration("assessment", new UnitView());
    }

    @Bean
    UnitStreams units(StreamReader streams, Clock clock) {
        return new UnitStreams(streams, clock);
    }

    @Bean
    UnitDesk unitDesk(Commands commands, UnitStreams units, TenantDatabase database, Clock clock) {
        return new UnitDesk(commands, units, new TreeLock(database), clock);
    }

    @Bean
    UnitList unitList(TenantDatabase database) {
        return new UnitList(database);
    }
}

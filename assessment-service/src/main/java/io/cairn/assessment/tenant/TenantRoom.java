package io.cairn.assessment.tenant;

import io.cairn.eventstore.StreamReader;
import io.cairn.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class TenantRoom {
    @Bean
    AggregateType tenantAggregate() {
        return new AggregateType(TenantAggregate.class);
    }

    @Bean
    TenantStreams tenants(StreamReader streams) {
        return new TenantStreams(streams);
    }
}

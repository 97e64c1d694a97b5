package io.cairn.assessment.tenant;

import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.platform.command.AggregateType;
import io.cairn.platform.identity.ClosedTenants;
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

    @Bean
    PolicyRegistration whenTenantClosedThenLockDoors(ClosedTenants closed) {
        return new PolicyRegistration("assessment", new WhenTenantClosedThenLockDoors(closed));
    }
}

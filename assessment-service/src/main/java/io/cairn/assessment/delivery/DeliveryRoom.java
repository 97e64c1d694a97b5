package io.cairn.assessment.delivery;

import io.cairn.eventstore.TenantDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class DeliveryRoom {
    /** {@code cairn.deliveries.enabled: false} leaves delivering to other nodes. */
    @Bean
    Courier courier(
            TenantDatabase database,
            ObjectProvider<Carrier> carriers,
            Clock clock,
            MeterRegistry meters,
            @Value("${cairn.deliveries.enabled:true}") boolean enabled) {
        return new Courier(new Lanes(database), carriers.orderedStream().toList(), clock, meters, enabled);
    }
}

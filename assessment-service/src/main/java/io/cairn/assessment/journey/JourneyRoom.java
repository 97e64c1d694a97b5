package io.cairn.assessment.journey;

import io.cairn.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JourneyRoom {
    @Bean
    AggregateType journeyAggregate() {
        return new AggregateType(JourneyAggregate.class);
    }
}

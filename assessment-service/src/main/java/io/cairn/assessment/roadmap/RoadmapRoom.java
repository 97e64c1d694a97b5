package io.cairn.assessment.roadmap;

import io.cairn.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoadmapRoom {
    @Bean
    AggregateType roadmapAggregate() {
        return new AggregateType(RoadmapAggregate.class);
    }
}

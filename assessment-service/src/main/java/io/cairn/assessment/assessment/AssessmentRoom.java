package io.cairn.assessment.assessment;

import io.cairn.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentRoom {
    @Bean
    AggregateType assessmentAggregate() {
        return new AggregateType(AssessmentAggregate.class);
    }
}

package io.cairn.platform.operator;

import io.cairn.eventstore.projection.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class OperatorConfiguration {
    @Bean
    ProjectionsController projectionsController(Projections projections) {
        return new ProjectionsController(projections);
    }

    @Bean
    DeadLettersController deadLettersController(Projections projections) {
        return new DeadLettersController(projections);
    }
}

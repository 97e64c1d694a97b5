package io.cairn.assessment.journey.targets;

import io.cairn.eventstore.projection.ViewRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TargetsRoom {
    @Bean
    ViewRegistration openTargetsView() {
        return new ViewRegistration("assessment", new OpenTargetsView());
    }
}

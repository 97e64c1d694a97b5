package io.cairn.bench.ours;

import io.cairn.eventstore.projection.ViewRegistration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;

/** The view under measurement. */
@SpringBootConfiguration(proxyBeanMethods = false)
class ViewConfiguration {
    @Bean
    ViewRegistration answered() {
        return new ViewRegistration("bench", new AnsweredView());
    }

    @Bean
    BeganAt beganAt() {
        return new BeganAt();
    }
}

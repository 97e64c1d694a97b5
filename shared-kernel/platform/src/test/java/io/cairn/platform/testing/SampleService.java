package io.cairn.platform.testing;

import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.platform.command.AggregateType;
import io.cairn.platform.command.Commands;
import io.cairn.platform.command.SampleUnit;
import io.cairn.platform.web.Paging;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The least a service has: an aggregate, a controller, and what its handlers ask for. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SampleService {
    static final MovableClock CLOCK = new MovableClock(java.time.Instant.parse("2026-01-01T00:00:00Z"));

    @Bean
    Clock clock() {
        return CLOCK;
    }

    @Bean
    AggregateType sampleUnit() {
        return new AggregateType(SampleUnit.class);
    }

    @Bean
    ViewRegistration sampleView() {
        return new ViewRegistration("platform", new SampleView());
    }

    @Bean
    SampleUnit.Names names() {
        return String::strip;
    }

    @Bean
    SampleController sampleController(Commands commands, Paging paging) {
        return new SampleController(commands, paging);
    }
}

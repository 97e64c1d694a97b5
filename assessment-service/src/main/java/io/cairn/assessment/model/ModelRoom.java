package io.cairn.assessment.model;

import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.platform.command.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room has to do with the rest. */
@Configuration(proxyBeanMethods = false)
class ModelRoom {
    @Bean
    AggregateType modelAggregate() {
        return new AggregateType(ModelAggregate.class);
    }

    @Bean
    ViewRegistration modelView() {
        return new ViewRegistration("assessment", new ModelView());
    }

    @Bean
    ModelLibrary models(StreamReader streams) {
        return new ModelLibrary(streams);
    }

    @Bean
    ModelList modelList(TenantDatabase database) {
        return new ModelList(database);
    }
}

package io.cairn.platform.command;

import io.cairn.eventstore.EventAppender;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handles commands, in a service that may append. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cairn.database.appender.username")
public class CommandConfiguration {
    @Bean
    Commands commands(
            ObjectProvider<AggregateType> aggregates,
            EventStorageEngine engine,
            EventAppender appender,
            ListableBeanFactory beans,
            MeterRegistry meters) {
        var axon = AxonConfiguration.start(aggregates.orderedStream().toList(), engine, new BeanParameters(beans));
        return new AxonCommands(axon, appender::head, meters);
    }
}

package io.cairn.platform.command;

import io.cairn.eventstore.AppendRecord;
import io.cairn.eventstore.ErasedStreams;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.snapshot.Snapshots;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handles commands, in a service that may append. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cairn.database.appender.username")
@EnableConfigurationProperties(CommandProperties.class)
public class CommandConfiguration {
    @Bean
    Memory remembered(CommandProperties settings, MeterRegistry meters) {
        return new Memory(settings.cache(), meters);
    }

    @Bean
    ErasedWords erasedWords(ErasedStreams streams, Memory memory) {
        return new ErasedWords(streams, memory);
    }

    @Bean
    Commands commands(
            ObjectProvider<AggregateType> aggregates,
            EventStorageEngine engine,
            EventAppender appender,
            StreamReader streams,
            TenantDatabase database,
            Snapshots snapshots,
            CommandProperties settings,
            Memory memory,
            ListableBeanFactory beans,
            MeterRegistry meters) {
        var axon = AxonConfiguration.start(
                aggregates.orderedStream().toList(),
                engine,
                new BeanParameters(beans),
                memory,
                new Recollection.Store(streams, snapshots, settings.snapshotEvery()));
        return new AxonCommands(
                axon,
                memory,
                streams,
                key -> AppendRecord.of(key, database),
                appender::head,
                settings.patience(),
                new CommandMeters(meters));
    }
}

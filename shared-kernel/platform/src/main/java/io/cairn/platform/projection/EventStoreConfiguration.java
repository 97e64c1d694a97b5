package io.cairn.platform.projection;

import io.cairn.eventstore.AppendSignal;
import io.cairn.eventstore.CairnStorageEngine;
import io.cairn.eventstore.ErasedStreams;
import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.EventSource;
import io.cairn.eventstore.PostgresEventAppender;
import io.cairn.eventstore.PostgresEventSource;
import io.cairn.eventstore.PostgresStreamReader;
import io.cairn.eventstore.StreamReader;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.EventJson;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.eventstore.projection.PostgresProjections;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.eventstore.projection.Witness;
import io.cairn.eventstore.snapshot.PostgresSnapshots;
import io.cairn.eventstore.snapshot.Snapshots;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store through each of its roles. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AppendProperties.class, ProjectionProperties.class})
public class EventStoreConfiguration {
    @Bean
    EventJson eventJson() {
        return EventJson.standard();
    }

    @Bean
    AppendSignal appendSignal() {
        return new AppendSignal();
    }

    @Bean
    TenantDatabase tenantDatabase(@Qualifier("appDataSource") DataSource app) {
        return new TenantDatabase(app);
    }

    @Bean
    StreamReader streamReader(@Qualifier("appDataSource") DataSource app, EventJson json) {
        return new PostgresStreamReader(app, json);
    }

    @Bean
    EventSource eventSource(@Qualifier("projectorDataSource") DataSource projector, EventJson json) {
        return new PostgresEventSource(projector, json);
    }

    @Bean
    @ConditionalOnProperty("cairn.database.appender.username")
    EventAppender eventAppender(
            @Qualifier("appenderDataSource") DataSource appender,
            EventJson json,
            Clock clock,
            AppendSignal signal,
            MeterRegistry meters,
            AppendProperties settings) {
        return new PostgresEventAppender(appender, json, clock, signal, meters, settings.toSettings());
    }

    @Bean
    @ConditionalOnProperty("cairn.database.appender.username")
    Snapshots snapshots(@Qualifier("appenderDataSource") DataSource appender, MeterRegistry meters) {
        return new PostgresSnapshots(appender, meters);
    }

    @Bean
    @ConditionalOnProperty("cairn.database.appender.username")
    ErasedStreams erasedStreams(@Qualifier("appenderDataSource") DataSource appender) {
        return new ErasedStreams(appender);
    }

    @Bean
    @ConditionalOnProperty("cairn.database.appender.username")
    CairnStorageEngine storageEngine(EventAppender appender, StreamReader reader, EventSource source) {
        return new CairnStorageEngine(appender, reader, source);
    }

    /** Runs from before the first request is let in until after the last one is answered. */
    @Bean
    RunningProjections runningProjections(Projections projections) {
        return new RunningProjections(projections);
    }

    @Bean(destroyMethod = "")
    Projections projections(
            @Qualifier("projectorDataSource") DataSource projector,
            EventSource source,
            AppendSignal signal,
            Clock clock,
            MeterRegistry meters,
            ProjectionProperties settings,
            ObjectProvider<ViewRegistration> views,
            ObjectProvider<PolicyRegistration> policies,
            ObjectProvider<Witness> witness) {
        return new PostgresProjections(
                projector,
                source,
                signal,
                clock,
                meters,
                views.orderedStream().toList(),
                policies.orderedStream().toList(),
                settings.segmentsPerNode(),
                witness.getIfAvailable(() -> Witness.NOBODY));
    }
}

package io.cairn.bench.ours;

import io.cairn.platform.command.AggregateType;
import io.cairn.platform.command.CommandConfiguration;
import io.cairn.platform.database.DatabaseConfiguration;
import io.cairn.platform.projection.EventStoreConfiguration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The platform without the web. Metrics are paid for as in production: the same registry, the same histogram. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, EventStoreConfiguration.class, CommandConfiguration.class})
class ServiceConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new Histograms());
        return registry;
    }

    @Bean
    AggregateType answerSheet() {
        return new AggregateType(AnswerSheet.class);
    }

    private static final class Histograms implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            if (!id.getName().equals("cairn.commands")) return config;
            return DistributionStatisticConfig.builder()
                    .percentilesHistogram(true)
                    .build()
                    .merge(config);
        }
    }
}

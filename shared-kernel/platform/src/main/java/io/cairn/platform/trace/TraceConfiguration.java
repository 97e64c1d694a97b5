package io.cairn.platform.trace;

import io.cairn.eventstore.EventAppender;
import io.cairn.eventstore.projection.Witness;
import io.cairn.platform.command.Commands;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Spans, where an endpoint is set. Otherwise nothing is done, and no class of OpenTelemetry is loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(OtlpProperties.PREFIX + ".endpoint")
@EnableConfigurationProperties({OtlpProperties.class, SamplingProperties.class, ResourceProperties.class})
public class TraceConfiguration {
    private static final int BEHIND_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 15;

    @Bean
    Tracing tracing(
            OtlpProperties otlp,
            SamplingProperties sampling,
            ResourceProperties resource,
            @Value("${spring.application.name}") String name) {
        var process = new HashMap<String, String>();
        process.put("service.name", name);
        process.putAll(resource.resourceAttributes());
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(otlp.endpoint().toString())
                .setTimeout(otlp.timeout())
                .setCompression(otlp.compression().name().toLowerCase(Locale.ROOT))
                .setHeaders(otlp::headers)
                .setMeterProvider(MeterProvider::noop)
                .build();
        return new Tracing(exporter, sampling.probability(), process);
    }

    @Bean
    FilterRegistrationBean<Filter> tracedRequests(Tracing tracing) {
        var registration = new FilterRegistrationBean<Filter>(new TracedRequests(tracing));
        registration.setOrder(BEHIND_REQUEST_ID);
        return registration;
    }

    @Bean
    Witness tracedProjections(Tracing tracing, Clock clock) {
        return new TracedProjections(tracing, clock);
    }

    /** Puts spans around what decides and what appends, so that neither knows of it. */
    @Bean
    static BeanPostProcessor traced(ObjectProvider<Tracing> tracing) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Commands commands -> new TracedCommands(commands, tracing.getObject());
                    case EventAppender appender -> new TracedAppender(appender, tracing.getObject());
                    default -> bean;
                };
            }
        };
    }
}

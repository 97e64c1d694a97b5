package io.cairn.platform.overload;

import io.cairn.platform.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The API has places; health and metrics have a port of their own and need none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OverloadProperties.class)
public class OverloadConfiguration {
    /** After the request was given its id and span, so that a refusal tells them, and before anything else is done. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 16;

    @Bean
    FilterRegistrationBean<Filter> admission(
            OverloadProperties settings, MeterRegistry meters, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<Filter>(new Admission(new Rooms(settings, meters), problems));
        registration.setOrder(ORDER);
        registration.setUrlPatterns(List.of("/api/*", "/v3/*"));
        return registration;
    }
}

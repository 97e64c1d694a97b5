package io.cairn.platform.overload;

import io.cairn.platform.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Who asks the API has a place while there is work for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OverloadProperties.class)
public class OverloadConfiguration {
    /** Outside of all that reads a body or writes an answer. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 16;

    @Bean
    Rooms rooms(OverloadProperties settings, MeterRegistry meters) {
        return new Rooms(settings, meters);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> gate(Rooms rooms, ProblemWriter problems) {
        return tomcat -> tomcat.addEngineValves(new Gate(rooms, problems));
    }

    /** Behind Boot's own, which says what threads there are. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorway(OverloadProperties settings) {
        return tomcat -> tomcat.addProtocolHandlerCustomizers(protocol -> {
            var threads = protocol.getExecutor();
            if (threads != null) protocol.setExecutor(new Doorway(threads, settings.arriving()));
        });
    }

    @Bean
    FilterRegistrationBean<Filter> keptPlace() {
        var registration = new FilterRegistrationBean<Filter>(new KeptPlace());
        registration.setOrder(ORDER);
        return registration;
    }
}

package io.cairn.platform.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.cairn.eventstore.TenantDatabase;
import io.cairn.eventstore.json.CairnJson;
import io.cairn.eventstore.projection.PolicyRegistration;
import io.cairn.eventstore.projection.Projections;
import io.cairn.eventstore.projection.ViewRegistration;
import io.cairn.language.TenantId;
import io.cairn.platform.problem.ErrorPage;
import io.cairn.platform.problem.EveryFault;
import io.cairn.platform.problem.FilterFaults;
import io.cairn.platform.problem.ProblemWriter;
import io.cairn.platform.problem.RequestId;
import io.cairn.platform.problem.TomcatFaults;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON in, problems out, pages, positions and idempotent requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
@Import(OpenApiConfiguration.class)
public class WebConfiguration {
    /** YAML, CBOR and the like would be ways around the strict mapper. */
    private static final List<Class<?>> CONVERTERS = List.of(
            JacksonJsonHttpMessageConverter.class,
            ByteArrayHttpMessageConverter.class,
            StringHttpMessageConverter.class,
            ResourceHttpMessageConverter.class);

    private static final int BEFORE_SECURITY = -200;
    private static final int AFTER_SECURITY = 0;

    /** As the language is written; and a list that comes from outside holds no null. */
    @Bean
    JsonMapper jsonMapper() {
        var noNulls = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        return CairnJson.mapper()
                .rebuild()
                .withConfigOverride(List.class, lists -> lists.setNullHandling(noNulls))
                .withConfigOverride(Set.class, sets -> sets.setNullHandling(noNulls))
                .build();
    }

    @Bean
    WebMvcRegistrations indexedMappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new IndexedMappings();
            }
        };
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    HandlerExceptionResolver everyFault(ProblemWriter problems) {
        return new EveryFault(problems);
    }

    @Bean
    ErrorPage errorPage(ProblemWriter problems) {
        return new ErrorPage(problems);
    }

    /** Last, so that it comes before the page that Boot has in mind. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatFaults(ProblemWriter problems) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new TomcatFaults(problems)));
    }

    @Bean
    Paging paging(TenantDatabase database) {
        return new SealedPaging(SingletonSupplier.of(() -> new CursorSeal(secret(database))));
    }

    /** Belongs to no tenant; made by the migration, so that all nodes have the same. */
    private static byte[] secret(TenantDatabase database) {
        return database.read(
                new TenantId(new UUID(0, 0)),
                db -> db.sql("select value from platform.secret where name = 'cursor'")
                        .query((row, n) -> row.getBytes(1))
                        .single());
    }

    @Bean
    EveryReadNamesItsViews everyReadNamesItsViews(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            ObjectProvider<ViewRegistration> views,
            ObjectProvider<PolicyRegistration> policies) {
        return new EveryReadNamesItsViews(requestMappingHandlerMapping, views, policies);
    }

    @Bean
    FilterRegistrationBean<Filter> requestId() {
        return ordered(new RequestId(), Ordered.HIGHEST_PRECEDENCE + 10);
    }

    @Bean
    FilterRegistrationBean<Filter> filterFaults(ProblemWriter problems) {
        return ordered(new FilterFaults(problems), Ordered.HIGHEST_PRECEDENCE + 20);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimit(WebProperties settings, ProblemWriter problems) {
        return ordered(new BodyLimit(settings.maxBody().toBytes(), problems), BEFORE_SECURITY);
    }

    @Bean
    FirstAnswers firstAnswers(TenantDatabase database, WebProperties settings, Clock clock) {
        return new FirstAnswers(database, clock, settings.keepAnswers(), settings.giveUpInFlight());
    }

    @Bean
    InFlight inFlight(FirstAnswers answers, WebProperties settings) {
        return new InFlight(answers, settings.giveUpInFlight().dividedBy(4));
    }

    @Bean
    FilterRegistrationBean<Filter> idempotency(FirstAnswers answers, InFlight inFlight, ProblemWriter problems) {
        return ordered(new Idempotency(answers, inFlight, problems), AFTER_SECURITY);
    }

    private static FilterRegistrationBean<Filter> ordered(Filter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    @Bean
    WebMvcConfigurer web(JsonMapper json, WebProperties settings, ObjectProvider<Projections> projections) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(all -> {
                    all.removeIf(WebConfiguration::unknown);
                    all.replaceAll(it -> it instanceof JacksonJsonHttpMessageConverter ? new WholeJson(json) : it);
                });
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new LanguageConverter(json));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AwaitsViews(projections::getObject, settings.waitForViews()))
                        .addPathPatterns("/api/**")
                        .order(10); // who may not read shall not wait either
            }
        };
    }

    private static boolean unknown(HttpMessageConverter<?> converter) {
        return CONVERTERS.stream().noneMatch(known -> known.isInstance(converter));
    }
}

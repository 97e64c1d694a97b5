package io.cairn.platform.identity;

import io.cairn.eventstore.TenantDatabase;
import io.cairn.platform.access.AccessKind;
import io.cairn.platform.access.AccessLog;
import io.cairn.platform.access.AccessProperties;
import io.cairn.platform.limit.LimitProperties;
import io.cairn.platform.limit.Limits;
import io.cairn.platform.problem.Problem;
import io.cairn.platform.problem.ProblemWriter;
import io.cairn.platform.web.Paging;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stateless bearer authentication: no sessions, no forms, no cookies, and so no CSRF either. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({SecurityProperties.class, LimitProperties.class, AccessProperties.class})
public class IdentityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    StoredApiKeys apiKeys(TenantDatabase database, Clock clock) {
        return new StoredApiKeys(database, clock);
    }

    @Bean
    KeysController keysController(StoredApiKeys keys, SecurityProperties settings, AccessLog log, Clock clock) {
        return new KeysController(keys, settings, log, clock);
    }

    @Bean
    Limits limits(LimitProperties settings) {
        return new Limits(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    AccessLog accessLog(TenantDatabase database, AccessProperties settings, Clock clock) {
        return new AccessLog(database, settings, clock);
    }

    @Bean
    AccessController accessController(AccessLog log, Paging paging) {
        return new AccessController(log, paging);
    }

    @Bean
    Doorkeeper doorkeeper(Bearers bearers, Limits limits, AccessLog log) {
        return new Doorkeeper(bearers, limits, log);
    }

    @Bean
    ClosedTenants closedTenants(TenantDatabase database, StoredApiKeys keys, Clock clock) {
        return new ClosedTenants(database, keys, clock);
    }

    @Bean
    Memberships memberships(TenantDatabase database, Clock clock) {
        return new Memberships(database, clock);
    }

    @Bean
    Bearers bearers(
            SecurityProperties settings,
            StoredApiKeys keys,
            ClosedTenants closed,
            Memberships memberships,
            Clock clock) {
        var tokens = new JwtBearers(settings.issuers(), memberships, clock);
        return new Bearers(settings.operatorKey(), keys, tokens, closed);
    }

    /** Requests are observed as a whole; each filter of the chain by itself would cost a tenth of a request. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The last of all chains, so that an application may lay its own before it. */
    @Bean
    @Order(1_000)
    SecurityFilterChain apiSecurity(HttpSecurity http, Doorkeeper doorkeeper, AccessLog log, ProblemWriter problems) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
                                .permitAll()
                                .requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                                .permitAll()
                                .requestMatchers("/swagger-ui.html", "/swagger-ui/**", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new OneBearer())
                        .authenticationManagerResolver(request -> authentication(doorkeeper, request))
                        .authenticationEntryPoint((request, response, failure) ->
                                unauthorized(log, problems, request, response, failure)))
                .exceptionHandling(faults -> faults.accessDeniedHandler((request, response, failure) ->
                        problems.write(request, response, Problem.of(403, "forbidden", "This is closed."))))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                                        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
                        .referrerPolicy(referrer -> {}))
                .build();
    }

    private static AuthenticationManager authentication(Doorkeeper doorkeeper, HttpServletRequest request) {
        return presented ->
                new CallerToken(doorkeeper.letIn(((BearerTokenAuthenticationToken) presented).getToken(), request));
    }

    private static void unauthorized(
            AccessLog log,
            ProblemWriter problems,
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof JwtBearers.ProviderOutOfReach) {
            LOG.warn("a token could not be checked", failure);
            problems.write(
                    request,
                    response,
                    Problem.of(503, "identity-provider-unavailable", "The identity provider is out of reach.")
                            .header("Retry-After", "5"));
            return;
        }
        if (failure instanceof Doorkeeper.TooManyRequests it) {
            var problem = Problem.of(429, "too-many-requests", "More was asked for than is allowed.");
            for (var header : it.exceeded().headers().entrySet())
                problem = problem.header(header.getKey(), header.getValue());
            problems.write(request, response, problem);
            return;
        }
        var reason = failure instanceof InvalidBearerTokenException ? failure.getMessage() : "no token";
        log.note(AccessKind.REFUSED, null, null, request.getRemoteAddr(), String.valueOf(reason));
        new BearerTokenAuthenticationEntryPoint().commence(request, response, failure); // WWW-Authenticate, RFC 6750
        problems.write(
                request, response, Problem.of(401, "unauthorized", "A valid bearer token or API key is required."));
    }

    @Bean
    EveryHandlerSaysWhoIsAllowed everyHandlerSaysWhoIsAllowed(
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new EveryHandlerSaysWhoIsAllowed(requestMappingHandlerMapping);
    }

    @Bean
    WebMvcConfigurer callers(AccessLog log) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Watched(log))
                        .addPathPatterns("/api/**")
                        .order(-1); // it is told how those after it end
                registry.addInterceptor(new AllowedOnly())
                        .addPathPatterns("/api/**")
                        .order(0);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}

package io.cairn.standalone.attack;

import com.nimbusds.jwt.JWTClaimsSet;
import io.cairn.assessment.AssessmentServiceConfiguration;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Issuer;
import io.cairn.reporting.ReportingServiceConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Both services in one process on a database of their own, started once for all attacks of this JVM. */
final class Target {
    static final String OPERATOR_KEY = "operator-key-of-the-attacks-0123456789abcdef";
    static final Issuer ISSUER = new Issuer();
    static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform", "assessment", "reporting");

    private static final ConfigurableApplicationContext RUNNING = start();
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private Target() {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({AssessmentServiceConfiguration.class, ReportingServiceConfiguration.class})
    static class Both {}

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Both.class)
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--cairn.schedule.enabled=false",
                        "--cairn.webhooks.allow-private=true",
                        "--cairn.web.wait-for-views=200ms",
                        "--cairn.security.operator-key=" + OPERATOR_KEY,
                        "--cairn.security.issuers[0].issuer=" + ISSUER.name(),
                        "--cairn.security.issuers[0].jwk-set-uri=" + ISSUER.jwks(),
                        "--cairn.security.issuers[0].audiences=cairn",
                        "--cairn.database.url=" + DATABASE.url(),
                        "--cairn.database.app.username=app",
                        "--cairn.database.app.password=app",
                        "--cairn.database.app.connections=4",
                        "--cairn.limits.failures.burst=1000000",
                        "--server.tomcat.connection-timeout=1s",
                        "--cairn.database.appender.username=appender",
                        "--cairn.database.appender.password=appender",
                        "--cairn.database.projector.username=projector",
                        "--cairn.database.projector.password=projector");
    }

    static int port() {
        return RUNNING.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static <T> T bean(String name, Class<T> type) {
        return RUNNING.getBean(name, type);
    }

    static <T> T bean(Class<T> type) {
        return RUNNING.getBean(type);
    }

    /** A tenant nobody else has, though nobody registered it: who has its key has a tenant. */
    static TenantId newTenant() {
        return new TenantId(UUID.randomUUID());
    }

    /** Of an admin of this tenant, as the identity provider would give it. */
    static String token(String tenant) {
        return ISSUER.rs256(new JWTClaimsSet.Builder()
                .issuer(ISSUER.name())
                .audience("cairn")
                .subject("of-the-attacks")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(12))))
                .claim("tenant", tenant)
                .claim("roles", List.of("admin"))
                .build());
    }

    /** The key of somebody with this role, the same whenever it is asked for. */
    static String key(TenantId tenant, Role role) {
        if (role == Role.OPERATOR) return OPERATOR_KEY;
        return KEYS.computeIfAbsent(
                tenant + " " + role,
                it -> bean(ApiKeys.class)
                        .create(tenant, "of the attacks", role, null)
                        .key());
    }
}

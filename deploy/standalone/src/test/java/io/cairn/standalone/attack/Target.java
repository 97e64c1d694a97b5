package io.cairn.standalone.attack;

import io.cairn.assessment.AssessmentServiceConfiguration;
import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Role;
import io.cairn.platform.testing.Issuer;
import io.cairn.reporting.ReportingServiceConfiguration;
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
                        "--cairn.security.operator-key=" + OPERATOR_KEY,
                        "--cairn.security.issuers[0].issuer=" + ISSUER.name(),
                        "--cairn.security.issuers[0].jwk-set-uri=" + ISSUER.jwks(),
                        "--cairn.security.issuers[0].audiences=cairn",
                        "--cairn.database.url=" + DATABASE.url(),
                        "--cairn.database.app.username=app",
                        "--cairn.database.app.password=app",
                        "--cairn.database.app.connections=4",
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

package io.cairn.platform.testing;

import io.cairn.eventstore.testing.TestDatabase;
import io.cairn.language.TenantId;
import io.cairn.platform.identity.ApiKeys;
import io.cairn.platform.identity.Role;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service, running; one for all tests of the JVM. */
public final class Service {
    public static final String OPERATOR_KEY = "operator-operator-operator-operator";
    public static final Issuer ISSUER = new Issuer();
    public static final TestDatabase DATABASE = TestDatabase.fresh("eventstore", "platform");
    public static final ConfigurableApplicationContext CONTEXT = start();

    private Service() {}

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--cairn.database.url=" + DATABASE.url(),
                        "--cairn.database.app.username=app",
                        "--cairn.database.app.password=app",
                        "--cairn.database.appender.username=appender",
                        "--cairn.database.appender.password=appender",
                        "--cairn.database.projector.username=projector",
                        "--cairn.database.projector.password=projector",
                        "--cairn.web.wait-for-views=100ms",
                        "--cairn.security.operator-key=" + OPERATOR_KEY,
                        "--cairn.security.issuers[0].issuer=" + ISSUER.name(),
                        "--cairn.security.issuers[0].jwk-set-uri=" + ISSUER.jwks(),
                        "--cairn.security.issuers[0].audiences=cairn",
                        "--cairn.security.issuers[0].roles-claim=realm_access.roles");
    }

    /** Waits until a request to {@code /slow} is being handled. */
    public static void slowArrived() {
        try {
            SampleController.ARRIVED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void slowMayLeave() {
        SampleController.LEAVE.countDown();
    }

    public static MovableClock clock() {
        return SampleService.CLOCK;
    }

    public static Client anonymous() {
        return new Client("http://localhost:" + port("local.server.port"), null);
    }

    public static Client management() {
        return new Client("http://localhost:" + port("local.management.port"), null);
    }

    public static Client operator() {
        return anonymous().as(OPERATOR_KEY);
    }

    /** A caller of the tenant, by a key of its own. */
    public static Client caller(TenantId tenant, Role role) {
        return anonymous()
                .as(CONTEXT.getBean(ApiKeys.class)
                        .create(tenant, "test", role, null)
                        .key());
    }

    public static Client admin() {
        return caller(newTenant(), Role.ADMIN);
    }

    public static TenantId newTenant() {
        return new TenantId(UUID.randomUUID());
    }

    private static String port(String property) {
        var port = CONTEXT.getEnvironment().getProperty(property);
        if (port == null) throw new IllegalStateException(property + " is not known");
        return port;
    }
}
